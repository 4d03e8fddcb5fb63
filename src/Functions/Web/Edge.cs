using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web;

/// <summary>Where requests come in: what fails inside is answered with a page and the status 500.
/// The isolated worker would answer an exception with 200 and nothing, which a mail provider takes for done.</summary>
public sealed partial class Edge(WebPages pages, ILogger<Edge> logger)
{
    public async Task<IActionResult> RunAsync(HttpRequest request, Func<Task<IActionResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception e) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            var reference = Activity.Current?.TraceId.ToString() ?? request.HttpContext.TraceIdentifier;
            // The path alone: tokens stand in the query.
            Log.Failed(logger, e, request.Method, request.Path, reference);
            request.HttpContext.Response.Headers.Clear();
            return await pages.MessageAsync(request, Messages.Failed(pages.Frame(), reference), StatusCodes.Status500InternalServerError);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 9001, Level = LogLevel.Error, Message = "{Method} {Path} failed, shown as {Reference}")]
        public static partial void Failed(ILogger logger, Exception exception, string method, PathString path, string reference);
    }
}
