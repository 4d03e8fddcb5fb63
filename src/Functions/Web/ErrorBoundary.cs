using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>Where requests come in: what fails inside is answered with a page and the status 500.
/// The isolated worker would answer an exception with 200 and nothing, which a mail provider takes for done.</summary>
public sealed partial class ErrorBoundary(
    WebPages pages, Sessions sessions, RequestLimits limits, AuditLog audit, ILogger<ErrorBoundary> logger)
{
    /// <summary>Runs what answers a request. Its token ends the work when the client has gone, when the host stops,
    /// and after <see cref="WorkLimit.Time"/>.</summary>
    /// <param name="what">The limit that counts the request: a client above it is told to wait before anything is read from
    /// storage.</param>
    /// <param name="busy">What such a client gets; by default a page.</param>
    public async Task<IActionResult> RunAsync(
        HttpRequest request, Limited what, Func<CancellationToken, Task<IActionResult>> answer, CancellationToken cancellationToken,
        Func<HttpRequest, IActionResult>? busy = null)
    {
        var gone = request.HttpContext.RequestAborted;
        using var limit = WorkLimit.Start(request, cancellationToken);
        try
        {
            if (limits.Wait(request, what) is { } wait)
            {
                HttpResults.RetryAfter(request, wait);
                return busy?.Invoke(request)
                    ?? await pages.MessageAsync(request, Messages.TooMany(pages.Frame(request)), StatusCodes.Status429TooManyRequests);
            }

            await sessions.OpenAsync(request, limit.Token);
            var answered = await answer(limit.Token);
            if (what == Limited.Operator)
            {
                audit.Operated(request, answered);
            }

            return answered;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return new StatusCodeResult(StatusCodes.Status499ClientClosedRequest); // Nobody reads it.
        }
        catch (OperationCanceledException) when (limit.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.TooSlow(logger, request.Method, request.Path, WorkLimit.Time.TotalSeconds);
            return await UnavailableAsync(request, Messages.TooSlow(pages.Frame(request)));
        }
        catch (Exception e) when (Outages.IsOne(e) && !gone.IsCancellationRequested)
        {
            Log.Unavailable(logger, e, request.Method, request.Path);
            return await UnavailableAsync(request, Messages.Unavailable(pages.Frame(request)));
        }
        catch (Exception e) when (!gone.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var reference = Activity.Current?.TraceId.ToString() ?? request.HttpContext.TraceIdentifier;
            // The path alone: tokens are in the query.
            Log.Failed(logger, e, request.Method, request.Path, reference);
            request.HttpContext.Response.Headers.Clear();
            return await pages.MessageAsync(request, Messages.Failed(pages.Frame(request), reference),
                StatusCodes.Status500InternalServerError);
        }
    }

    private Task<IActionResult> UnavailableAsync(HttpRequest request, MessageView message)
    {
        request.HttpContext.Response.Headers.Clear();
        HttpResults.RetryAfter(request, TimeSpan.FromMinutes(1));
        return pages.MessageAsync(request, message, StatusCodes.Status503ServiceUnavailable);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 9003, Level = LogLevel.Warning, Message = "{Method} {Path}: a service did not answer")]
        public static partial void Unavailable(ILogger logger, Exception exception, string method, PathString path);

        [LoggerMessage(EventId = 9001, Level = LogLevel.Error, Message = "{Method} {Path} failed, shown as {Reference}")]
        public static partial void Failed(ILogger logger, Exception exception, string method, PathString path, string reference);

        [LoggerMessage(EventId = 9002, Level = LogLevel.Warning, Message = "{Method} {Path} was stopped after {Seconds} s")]
        public static partial void TooSlow(ILogger logger, string method, PathString path, double seconds);
    }
}
