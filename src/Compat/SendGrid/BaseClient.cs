#nullable disable // as the package has it
using System.Net.Http.Headers;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Posts to the v3 API (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send).</summary>
public abstract class BaseClient : ISendGridClient
{
    private const string JsonType = "application/json";

    private readonly BaseClientOptions _options;
    private readonly HttpClient _client;

    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _client = httpClient ?? new HttpClient();
    }

    /// <summary>An answer of any status is returned, not thrown; a failed connection throws <see cref="HttpRequestException"/>.</summary>
    public async Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_options.Host.TrimEnd('/')}/v3/mail/send"))
        {
            Content = new StringContent(msg.Serialize(), new MediaTypeHeaderValue(JsonType)),
        };
        request.Headers.Authorization = _options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(JsonType));
        request.Headers.UserAgent.ParseAdd($"sendgrid/{typeof(BaseClient).Assembly.GetName().Version} csharp");
        var answer = await _client.SendAsync(request, cancellationToken);
        return new Response(answer.StatusCode, answer.Content, answer.Headers);
    }
}
