#nullable disable // as the package has it
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A mail as the v3 API takes it; what is null is not sent.</summary>
public partial class SendGridMessage
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [JsonPropertyName("from")]
    public EmailAddress From { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization> Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content> Contents { get; set; }

    [JsonPropertyName("categories")]
    public List<string> Categories { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings TrackingSettings { get; set; }

    [JsonPropertyName("reply_to")]
    public EmailAddress ReplyTo { get; set; }

    internal string Serialize()
    {
        OrderContents();
        return JsonSerializer.Serialize(this, Json);
    }

    /// <summary>The service wants plain text first, then HTML, then the rest, and nothing empty.</summary>
    private void OrderContents()
    {
        if (Contents is not { Count: > 1 })
            return;
        Contents =
        [
            .. Contents
                .Where(content => !string.IsNullOrEmpty(content.Type) && !string.IsNullOrEmpty(content.Value))
                .OrderBy(content => content.Type == MimeType.Text ? 0 : content.Type == MimeType.Html ? 1 : 2),
        ];
    }
}
