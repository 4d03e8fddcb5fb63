using System.Text.Json;
using System.Text.Json.Serialization;
using PaperFunctions.Emulators.SendGrid.Pages;

namespace PaperFunctions.Emulators.SendGrid;

/// <summary>What was captured: pages to read, JSON and .eml files for programs, and the switch for faults.</summary>
internal sealed class MessageEndpoints(MailCapture capture)
{
    private static readonly JsonSerializerOptions Faults = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (string? before) => Page(ListPage.Render(capture.Messages, before)));
        endpoints.MapGet("/messages", (int? limit) => Results.Json(capture.Messages.List(limit ?? int.MaxValue).Select(MessageJson.Of)));
        endpoints.MapDelete("/messages", () =>
        {
            capture.Messages.Clear();
            return Results.NoContent();
        });
        endpoints.MapGet("/messages/{id}.eml", (string id) =>
            capture.Messages.EmlPath(id) is { } path ? Results.File(path, "message/rfc822", id + ".eml") : Missing());
        endpoints.MapGet("/messages/{id}/html", Html);
        endpoints.MapGet("/messages/{id}", One);
        endpoints.MapPost("/messages/{id}/events", PostEvent);
        endpoints.MapPost("/faults", (Delegate)Plan);
        endpoints.MapDelete("/faults", () =>
        {
            capture.Faults.Clear();
            return Results.NoContent();
        });
    }

    /// <summary>A page for people, JSON for programs: what the Accept header prefers.</summary>
    private IResult One(string id, HttpRequest request) => capture.Messages.Find(id) switch
    {
        null => Missing(),
        var message when request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) =>
            Page(MessagePage.Render(message)),
        var message => Results.Json(MessageJson.Of(message)),
    };

    /// <summary>The mail's own HTML: no script runs, nothing is sent from it.</summary>
    private IResult Html(string id, HttpResponse response)
    {
        if (capture.Messages.Find(id) is not { Html: { } html })
        {
            return Missing();
        }

        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; font-src http: https: data:; form-action 'none'";
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private async Task<IResult> PostEvent(string id, HttpContext context)
    {
        if (capture.Messages.Find(id) is not { } message)
        {
            return Missing();
        }

        if (capture.Events is null)
        {
            return Results.Problem("No webhook was named at start, so there is nowhere to post the event.", statusCode: 409);
        }

        var fields = await context.Request.ReadFromJsonAsync<Dictionary<string, string>>(context.RequestAborted) ?? [];
        return fields.Remove("event", out var kind)
            ? Results.Json(new { status = await capture.Events.Post(message, kind, fields, context.RequestAborted) })
            : Results.Problem("""The body must name the event: {"event":"bounce"}.""", statusCode: 400);
    }

    private async Task<IResult> Plan(HttpContext context)
    {
        try
        {
            var fault = await context.Request.ReadFromJsonAsync<MailFault>(Faults, context.RequestAborted);
            capture.Faults.Plan(fault!);
            return Results.Json(new { left = capture.Faults.Left });
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            var kinds = string.Join(", ", Enum.GetNames<MailFaultKind>().Select(JsonNamingPolicy.CamelCase.ConvertName));
            return Results.Problem(
                $$"""The body must be like {"kind":"status","status":429,"times":2}; kinds: {{kinds}}. {{error.Message}}""",
                    statusCode: 400);
        }
    }

    private static IResult Page(string html) => Results.Content(html, "text/html; charset=utf-8");

    private static IResult Missing() => Results.Problem("There is no such message here.", statusCode: 404);
}
