#nullable disable // as the package has it
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>The options of a <see cref="SendGridClient"/>. The host is the global one until it is set.</summary>
public class SendGridClientOptions : BaseClientOptions
{
    private string apiKey;

    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    /// <exception cref="ArgumentNullException">Set to nothing or to white space.</exception>
    public string ApiKey
    {
        get => apiKey;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
                throw new ArgumentNullException(nameof(value), "A SendGrid client needs an API key.");
            apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    /// <summary>"global" or "eu": where the mail is processed.</summary>
    /// <exception cref="InvalidOperationException">Another region.</exception>
    public SendGridClientOptions SetDataResidency(string region)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        Host = region switch
        {
            "global" => "https://api.sendgrid.com/",
            "eu" => "https://api.eu.sendgrid.com/",
            _ => throw new InvalidOperationException($"The region is 'global' or 'eu', not '{region}'."),
        };
        return this;
    }
}
