#nullable disable // as the package has it

namespace SendGrid;

/// <summary>A client of SendGrid's mail service; it may be kept and shared.</summary>
public class SendGridClient : BaseClient
{
    /// <summary>Over an HttpClient of the caller's, with its handlers and time limits.</summary>
    public SendGridClient(HttpClient httpClient, SendGridClientOptions options) : base(httpClient, options)
    {
    }
}
