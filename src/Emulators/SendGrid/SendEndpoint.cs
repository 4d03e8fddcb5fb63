using System.Security.Cryptography;
using PaperFunctions.Emulators.SendGrid.Api;
using PaperFunctions.Emulators.SendGrid.Messages;
using PaperFunctions.Emulators.SendGrid.Mime;

namespace PaperFunctions.Emulators.SendGrid;

/// <summary>POST /v3/mail/send.</summary>
internal sealed partial class SendEndpoint(MailCapture capture, MailCaptureOptions options)
{
    private readonly MailIntake _intake = new(options.ApiKey);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/v3/mail/send", Send);

    private async Task Send(HttpContext context)
    {
        var fault = capture.Faults.Next();
        if (fault?.Kind == MailFaultKind.CutBeforeAccept)
        {
            context.Abort();
            return;
        }

        if (fault?.Kind == MailFaultKind.Status)
        {
            await Fail(context, fault.Status);
            return;
        }

        if (await _intake.AcceptAsync(context) is not { } mails)
        {
            return;
        }

        var messageId = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var messages = Store(mails, messageId);
        if (options.Events is { Automatic: true })
        {
            _ = PostEvents(messages, context.RequestServices.GetRequiredService<ILogger<MailCapture>>());
        }

        switch (fault?.Kind)
        {
            case MailFaultKind.CutAfterAccept:
                context.Abort();
                return;
            case MailFaultKind.SilentAfterAccept:
                await Silence(context);
                return;
            default:
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                context.Response.Headers["X-Message-Id"] = messageId;
                return;
        }
    }

    /// <summary>Lasts until the caller gives up or the application stops.</summary>
    private static async Task Silence(HttpContext context)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private List<StoredMessage> Store(IReadOnlyList<OutgoingMail> mails, string messageId) =>
        [.. mails.SelectMany(mail => mail.To, (mail, recipient) => Store(mail, recipient, messageId))];

    private StoredMessage Store(OutgoingMail mail, MailAddress recipient, string messageId)
    {
        var now = DateTimeOffset.UtcNow;
        var message = Message(mail, recipient, messageId, capture.Messages.NewId(now), now);
        capture.Messages.Save(message, MimeWriter.Write(mail, message.Id, now));
        return message;
    }

    /// <summary>Runs beside the answer, as with SendGrid: a webhook that is down or slow does not touch the sender.</summary>
    private async Task PostEvents(List<StoredMessage> messages, ILogger logger)
    {
        foreach (var message in messages)
        {
            try
            {
                var status = await capture.Events!.PostDelivered(message);
                if (status >= 300)
                {
                    Log.EventsRefused(logger, options.Events!.Target, status, message.Id);
                }
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
            {
                Log.EventsLost(logger, options.Events!.Target, message.Id, error.Message);
            }
        }
    }

    private static StoredMessage Message(OutgoingMail mail, MailAddress recipient, string messageId, string id, DateTimeOffset now) => new()
    {
        Id = id,
        To = recipient.Email,
        ToName = recipient.Name,
        From = mail.From.Email,
        FromName = mail.From.Name,
        Subject = mail.Subject,
        Html = mail.Body("text/html"),
        Text = mail.Body("text/plain"),
        Headers = mail.Headers,
        CustomArgs = mail.CustomArgs,
        ReceivedAt = now,
        MessageId = messageId,
    };

    private async Task Fail(HttpContext context, int status)
    {
        if (status == 429)
        {
            context.Response.Headers["X-RateLimit-Limit"] = "600";
            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            context.Response.Headers["X-RateLimit-Reset"] = DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeSeconds().ToString();
        }

        await MailIntake.Refuse(
            context, status, new MailError(status == 429 ? "too many requests" : "an internal server error occurred", null, null));
    }

    private static partial class Log
    {
        [LoggerMessage(31, LogLevel.Warning, "The event webhook {Target} answered {Status} for message {Message}.")]
        public static partial void EventsRefused(ILogger logger, Uri target, int status, string message);

        [LoggerMessage(32, LogLevel.Warning, "The event webhook {Target} could not be reached for message {Message}: {Reason}")]
        public static partial void EventsLost(ILogger logger, Uri target, string message, string reason);
    }
}
