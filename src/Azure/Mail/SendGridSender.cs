using System.Net;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Settings;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace PaperFunctions.Azure.Mail;

/// <summary>Sends through SendGrid's v3 API.</summary>
/// <remarks>No retries here: the API has no idempotency key, so a second request after a time-out may be a second mail.
/// The delivery ledger decides when to try again.</remarks>
public sealed class SendGridSender(ISendGridClient client, IOptions<MailOptions> options) : IMailSender
{
    private const int MaxReason = 300;

    /// <summary>A key that is only the text of a reference: SendGrid need not be asked, nor shown it.</summary>
    public string? Obstacle => SettingReference.IsUnresolved(options.Value.ApiKey) ? SettingReference.Sentence("Mail:ApiKey") : null;

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (Obstacle is { } obstacle)
        {
            return new SendResult(SendOutcome.NotNow, null, obstacle);
        }

        Response response;
        try
        {
            response = await PostAsync(ToMessage(mail), cancellationToken);
        }
        catch (HttpRequestException e) when (NeverLeft(e))
        {
            return new SendResult(SendOutcome.NotNow, null, $"SendGrid at {options.Value.Host} cannot be reached: {e.Message}");
        }

        if (response.IsSuccessStatusCode)
        {
            return new SendResult(SendOutcome.Accepted, MessageId(response), null);
        }

        // The reason goes into logs and traces, which hold no addresses.
        var body = (await response.Body.ReadAsStringAsync(cancellationToken))
            .Replace(mail.To, "(the address)", StringComparison.OrdinalIgnoreCase);
        var reason = $"SendGrid answered {(int)response.StatusCode}: {(body.Length > MaxReason ? body[..MaxReason] : body)}";
        return new SendResult(OutcomeOf(response.StatusCode), null, reason);
    }

    private async Task<Response> PostAsync(SendGridMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            return await client.SendEmailAsync(message, limit.Token);
        }
        catch (Exception e) when ((e is HttpRequestException http && !NeverLeft(http))
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException(
                $"SendGrid at {options.Value.Host} gave no answer; it is unknown whether it accepted the message. ({e.Message})", e);
        }
    }

    /// <summary>There was no connection: surely nothing was accepted.</summary>
    private static bool NeverLeft(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError;

    private SendGridMessage ToMessage(OutgoingMail mail)
    {
        var message = MailHelper.CreateSingleEmail(
            new EmailAddress(options.Value.From, options.Value.FromName), new EmailAddress(mail.To), mail.Subject, mail.Text, mail.Html);
        foreach (var (name, value) in mail.Headers)
        {
            message.AddHeader(name, value);
        }

        foreach (var (name, value) in mail.Arguments)
        {
            message.AddCustomArg(name, value);
        }

        // Readers are not tracked, and links stay as they were signed.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        return message;
    }

    /// <summary>A wrong key or a suspended account is the operator's to mend: the message itself may be fine.</summary>
    private static SendOutcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        400 or 413 or 415 or 422 => SendOutcome.Refused,
        _ => SendOutcome.NotNow,
    };

    private static string? MessageId(Response response) =>
        response.Headers.TryGetValues("X-Message-Id", out var values) ? values.FirstOrDefault() : null;
}
