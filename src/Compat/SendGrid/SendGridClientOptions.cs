#nullable disable // as the package has it
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>The options of a <see cref="SendGridClient"/>. The host is the global one until it is set (the EU's is
/// https://api.eu.sendgrid.com).</summary>
public class SendGridClientOptions : BaseClientOptions
{
    private string _apiKey;

    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    /// <exception cref="ArgumentNullException">Set to nothing or to white space.</exception>
    public string ApiKey
    {
        get => _apiKey;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
                throw new ArgumentNullException(nameof(value), "A SendGrid client needs an API key.");
            _apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }
}
