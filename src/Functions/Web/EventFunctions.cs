using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Functions.Web.Limits;

namespace PaperFunctions.Functions.Web;

/// <summary>What the mail provider tells of mails after it accepted them.</summary>
public sealed class EventFunctions(ErrorBoundary boundary, IMailEventReader reader, TakeMailEvents take, AuditLog audit)
{
    /// <summary>Bytes; the provider posts batches of at most 768 KB.</summary>
    private const int MaxBody = 2 << 20;

    /// <summary>403 for what the provider did not sign just now; a failure here makes the provider try again.</summary>
    [Function(nameof(SendGridEvents))]
    public Task<IActionResult> SendGridEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "events/sendgrid")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Events, async cancellationToken =>
    {
        if (await BodyAsync(request, cancellationToken) is not { } body)
        {
            return HttpResults.Text(request, "Too much at once.", StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var events = reader.Read(
                body,
                request.Headers["X-Twilio-Email-Event-Webhook-Signature"].FirstOrDefault(),
                request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"].FirstOrDefault());
            if (events is null)
            {
                audit.ForgedEvent(request);
                return HttpResults.Text(request, "Not signed by the mail provider, or not just now.", StatusCodes.Status403Forbidden);
            }

            WorkLimit.Extend(request);
            await take.RunAsync(events, cancellationToken);
            return new NoContentResult();
        }
        catch (InvalidDataException e)
        {
            return HttpResults.Text(request, e.Message, StatusCodes.Status400BadRequest);
        }
    }, cancellationToken, HttpResults.TooMany);

    /// <summary>The bytes as they came: the signature covers exactly these. Null if there are too many.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBody)
            {
                return null;
            }
        }

        return body.ToArray();
    }
}
