using Microsoft.AspNetCore.Http;

namespace PaperFunctions.Functions.Web;

/// <summary>How long the work of one request may take. Nobody waits longer for a page, and what goes on for nobody slows the
/// others.</summary>
internal sealed class WorkLimit : IDisposable
{
    /// <summary>The time that a body takes to arrive does not count.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    /// <summary>Below the 230 seconds after which Azure's front end gives up.</summary>
    private static readonly TimeSpan LongTime = TimeSpan.FromMinutes(3);

    private readonly CancellationTokenSource _source;

    private WorkLimit(HttpRequest request, CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, request.HttpContext.RequestAborted);
        _source.CancelAfter(Time);
    }

    /// <summary>Cancelled when the client has gone, when the host stops, or when the time is up.</summary>
    public CancellationToken Token => _source.Token;

    public static WorkLimit Start(HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = new WorkLimit(request, cancellationToken);
        request.HttpContext.Items[typeof(WorkLimit)] = limit;
        return limit;
    }

    /// <summary>Stops the clock while a body arrives: the server itself refuses a sender that is too slow.</summary>
    public static void Pause(HttpRequest request) => Of(request)?._source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>For work that grows with what was sent, and whose sender waits for it: events of the
    /// provider, imports, uploads, a source fetched at once.</summary>
    public static void Extend(HttpRequest request) => Of(request)?._source.CancelAfter(LongTime);

    /// <summary>Starts the clock anew.</summary>
    public static void Resume(HttpRequest request) => Of(request)?._source.CancelAfter(Time);

    public void Dispose() => _source.Dispose();

    private static WorkLimit? Of(HttpRequest request) => request.HttpContext.Items[typeof(WorkLimit)] as WorkLimit;
}
