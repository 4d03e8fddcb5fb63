using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web;

/// <summary>Where requests come in: what fails inside is answered with a page and the status 500.
/// The isolated worker would answer an exception with 200 and nothing, which a mail provider takes for done.</summary>
public sealed partial class ErrorBoundary(WebPages pages, Sessions sessions, ILogger<ErrorBoundary> logger)
{
    /// <summary>Runs what answers a request. Its token ends the work when the client has gone, when the host stops,
    /// and after <see cref="WorkLimit.Time"/>.</summary>
    public async Task<IActionResult> RunAsync(
        HttpRequest request, Func<CancellationToken, Task<IActionResult>> answer, CancellationToken cancellationToken)
    {
        var gone = request.HttpContext.RequestAborted;
        using var limit = WorkLimit.Start(request, cancellationToken);
        try
        {
            await sessions.OpenAsync(request, limit.Token);
            return await answer(limit.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return new StatusCodeResult(StatusCodes.Status499ClientClosedRequest); // Nobody reads it.
        }
        catch (OperationCanceledException) when (limit.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.TooSlow(logger, request.Method, request.Path, WorkLimit.Time.TotalSeconds);
            request.HttpContext.Response.Headers.Clear();
            HttpResults.RetryAfter(request, TimeSpan.FromMinutes(1));
            return await pages.MessageAsync(request, Messages.TooSlow(pages.Frame(request)), StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception e) when (!gone.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var reference = Activity.Current?.TraceId.ToString() ?? request.HttpContext.TraceIdentifier;
            // The path alone: tokens stand in the query.
            Log.Failed(logger, e, request.Method, request.Path, reference);
            request.HttpContext.Response.Headers.Clear();
            return await pages.MessageAsync(request, Messages.Failed(pages.Frame(request), reference),
                StatusCodes.Status500InternalServerError);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 9001, Level = LogLevel.Error, Message = "{Method} {Path} failed, shown as {Reference}")]
        public static partial void Failed(ILogger logger, Exception exception, string method, PathString path, string reference);

        [LoggerMessage(EventId = 9002, Level = LogLevel.Warning, Message = "{Method} {Path} was stopped after {Seconds} s")]
        public static partial void TooSlow(ILogger logger, string method, PathString path, double seconds);
    }
}
