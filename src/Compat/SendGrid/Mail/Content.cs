#nullable disable // as the package has it
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>The mail's body in one type.</summary>
public class Content
{
    public Content(string type, string value)
    {
        Type = type;
        Value = value;
    }

    [JsonPropertyName("type")]
    public string Type { get; set; }

    [JsonPropertyName("value")]
    public string Value { get; set; }
}
