#nullable disable // as the package has it
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One envelope of a message: its recipients and what is theirs alone.</summary>
public class Personalization
{
    [JsonPropertyName("to")]
    [JsonConverter(typeof(DistinctAddressesConverter))]
    public List<EmailAddress> Tos { get; set; }

    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }
}
