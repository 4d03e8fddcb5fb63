using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Settings;

namespace PaperFunctions.Azure.Mail;

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    [Required(ErrorMessage = "Mail:ApiKey is missing: set Mail__ApiKey to a SendGrid key with the permission 'Mail Send'.")]
    public string ApiKey { get; set; } = "";

    /// <summary>Address of the API; <c>https://api.eu.sendgrid.com</c> for accounts in the EU.</summary>
    [RegularExpression("^https?://[^/\\s]+.*$", ErrorMessage = "Mail:Host must be an absolute address, such as https://api.sendgrid.com.")]
    public string Host { get; set; } = "https://api.sendgrid.com";

    /// <summary>The verified sender.</summary>
    [Required(ErrorMessage = "Mail:From is missing: set Mail__From to the address that mail comes from.")]
    [EmailAddress(ErrorMessage = "Mail:From must be a mail address.")]
    public string From { get; set; } = "";

    public string FromName { get; set; } = "PaperFunctions";

    /// <summary>SendGrid's key for signed events, Base64 of SPKI DER; empty while the webhook is not set up.</summary>
    public string EventPublicKey { get; set; } = "";

    /// <summary>Seconds to wait for the provider's answer; after that it is unknown whether it accepted.</summary>
    [Between(1, 300, ErrorMessage = "Mail:TimeoutSeconds must be between 1 and 300.")]
    public int TimeoutSeconds { get; set; } = 30;
}

[OptionsValidator]
public sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
