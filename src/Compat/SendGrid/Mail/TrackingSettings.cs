#nullable disable // as the package has it
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>What the service adds to a mail to see what is done with it; what is not set here follows the account's settings.</summary>
public class TrackingSettings
{
    [JsonPropertyName("click_tracking")]
    public ClickTracking ClickTracking { get; set; }

    [JsonPropertyName("open_tracking")]
    public OpenTracking OpenTracking { get; set; }

    [JsonPropertyName("subscription_tracking")]
    public SubscriptionTracking SubscriptionTracking { get; set; }
}

/// <summary>Links rewritten to pass through the service.</summary>
public class ClickTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("enable_text")]
    public bool? EnableText { get; set; }
}

/// <summary>An invisible image at the end.</summary>
public class OpenTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("substitution_tag")]
    public string SubstitutionTag { get; set; }
}

/// <summary>The service's own unsubscribe link.</summary>
public class SubscriptionTracking
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }

    [JsonPropertyName("text")]
    public string Text { get; set; }

    [JsonPropertyName("html")]
    public string Html { get; set; }

    [JsonPropertyName("substitution_tag")]
    public string SubstitutionTag { get; set; }
}
