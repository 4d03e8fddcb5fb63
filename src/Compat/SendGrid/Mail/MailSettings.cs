#nullable disable // as the package has it
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>How the service handles a mail.</summary>
public class MailSettings
{
    [JsonPropertyName("sandbox_mode")]
    public SandboxMode SandboxMode { get; set; }
}

/// <summary>Checked and answered (200 in place of 202), but not delivered.</summary>
public class SandboxMode
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}
