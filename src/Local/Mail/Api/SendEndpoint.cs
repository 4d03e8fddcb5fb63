using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using PaperFunctions.Local.Mail.Mime;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>POST /v3/mail/send.</summary>
internal sealed class SendEndpoint(MailCapture capture, MailCaptureOptions options)
{
    /// <summary>The most that a message may weigh, attachments included: 30 MB.</summary>
    private const int MaxBytes = 30 * 1024 * 1024;

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

        if (await Accepted(context) is not { } request)
        {
            return;
        }

        var messageId = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        if (!request.Sandbox)
        {
            await Store(request, messageId, context.RequestAborted);
        }

        switch (fault?.Kind)
        {
            case MailFaultKind.CutAfterAccept:
                context.Abort();
                return;
            case MailFaultKind.SilentAfterAccept:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            default:
                context.Response.StatusCode = request.Sandbox ? 200 : 202;
                context.Response.Headers["X-Message-Id"] = messageId;
                return;
        }
    }

    /// <summary>Null: refused, and answered so.</summary>
    private async Task<MailRequestReader?> Accepted(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (!IsKey(authorization))
        {
            await Refuse(context, 401, new MailError(authorization.Length == 0 ? "authorization required" : "The provided authorization grant is invalid, expired, or revoked", null, null));
            return null;
        }

        if (!context.Request.HasJsonContentType())
        {
            await Refuse(context, 415, new MailError("Content-Type should be application/json.", null, null));
            return null;
        }

        var bytes = await ReadBytes(context);
        if (bytes is null)
        {
            await Refuse(context, 413, new MailError("The JSON payload you have included in your request is too large.", null, null));
            return null;
        }

        return await Read(context, bytes);
    }

    private static async Task<MailRequestReader?> Read(HttpContext context, byte[] bytes)
    {
        JsonObject? body = null;
        try
        {
            body = JsonNode.Parse(new UTF8Encoding(false, true).GetString(bytes)) as JsonObject;
            var request = body is null ? null : MailRequestReader.Read(body);
            if (request is { Errors.Count: 0 })
            {
                return request;
            }

            await Refuse(context, 400, request is null ? [new MailError("Bad Request", null, null)] : [.. request.Errors]);
        }
        catch (DecoderFallbackException)
        {
            await Refuse(context, 415, new MailError("Invalid UTF8 in request", null, null));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            await Refuse(context, 400, new MailError("Bad Request", null, null)); // Not JSON, or a name twice in one object.
        }

        return null;
    }

    private async Task Store(MailRequestReader request, string messageId, CancellationToken cancelled)
    {
        foreach (var mail in request.Mails)
        {
            foreach (var recipient in mail.Recipients)
            {
                var now = options.Time.GetUtcNow();
                var message = Message(mail, recipient, messageId, capture.Messages.NewId(now), now);
                capture.Messages.Save(message, MimeWriter.Write(mail, message.Id, now));
                if (options.Events is { Automatic: true })
                {
                    await capture.Events!.PostDelivered(message, cancelled);
                }
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

    private bool IsKey(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization["Bearer ".Length..].Trim()), Encoding.UTF8.GetBytes(options.ApiKey));

    /// <summary>Null: too large.</summary>
    private static async Task<byte[]?> ReadBytes(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes + 1;
        }

        using var buffer = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == 413)
        {
            return null;
        }

        return buffer.Length > MaxBytes ? null : buffer.ToArray();
    }

    private async Task Fail(HttpContext context, int status)
    {
        if (status == 429)
        {
            context.Response.Headers["X-RateLimit-Limit"] = "600";
            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            context.Response.Headers["X-RateLimit-Reset"] = options.Time.GetUtcNow().AddSeconds(1).ToUnixTimeSeconds().ToString();
        }

        await Refuse(context, status, new MailError(status == 429 ? "too many requests" : "an internal server error occurred", null, null));
    }

    private static Task Refuse(HttpContext context, int status, params MailError[] errors)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(MailError.Body(errors).ToJsonString(), context.RequestAborted);
    }
}
