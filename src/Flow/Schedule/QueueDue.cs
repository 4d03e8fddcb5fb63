using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Read;
using PaperFunctions.Flow.Store;

namespace PaperFunctions.Flow.Schedule;

/// <summary>Every quarter of an hour: puts who is due on the queue, and digests that still wait for the index.</summary>
public sealed partial class QueueDue(
    IDueTable due, IDigestTable digests, IFlowQueues queues, MeasureQueues measure, FlowMetrics metrics,
    TimeProvider clock, ILogger<QueueDue> logger)
{
    /// <summary>What was queued and is still due after this time was lost or failed, and is queued again.</summary>
    public static readonly TimeSpan QueueAgainAfter = TimeSpan.FromMinutes(30);

    /// <summary>A digest's own message normally does it well within this time.</summary>
    public static readonly TimeSpan IndexAgainAfter = TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellation) => FlowActivity.StepAsync("editions.schedule", [], _ => QueueAsync(cancellation));

    private async Task QueueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var subscribers = await QueueSubscribersAsync(now, cancellation);
        var waiting = await QueueDigestsAsync(now, cancellation);
        Log.Queued(logger, subscribers, waiting);
        await measure.RunAsync(cancellation);
    }

    private async Task<int> QueueSubscribersAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var count = 0;
        var ready = due.ReadAsync(now, cancellation).Where(d => d.QueuedAt is null || d.QueuedAt < now - QueueAgainAfter);
        await foreach (var batch in ready.ChunksAsync(EditionsDue.MaxSubscribers, cancellation))
        {
            await FlowActivity.NewTraceAsync("editions.batch", [("subscribers", batch.Count)], _ => QueueAsync(batch, now, cancellation));
            count += batch.Count;
        }

        return count;
    }

    private async Task QueueAsync(List<Due> batch, DateTimeOffset now, CancellationToken cancellation)
    {
        await queues.SendAsync(new EditionsDue(1, [.. batch.Select(d => new DueSubscriber(d.SubscriberId, d.At, d.EditionKey))]), cancellation);
        metrics.Due(batch.Count(d => d.QueuedAt is null));
        await Parallel.ForEachAsync(batch, cancellation, async (d, token) => await due.MarkQueuedAsync(d, now, token));
    }

    private async Task<int> QueueDigestsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var pending in digests.PendingAsync(cancellation).Where(p => p.Since < now - IndexAgainAfter))
        {
            await queues.SendAsync(new DigestStored(1, pending.DigestId, pending.TraceParent), cancellation);
            await digests.PutPendingAsync(pending with { Since = now }, cancellation);
            count++;
        }

        return count;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "{Subscribers} subscribers due, {Digests} digests waiting for the index")]
        public static partial void Queued(ILogger logger, int subscribers, int digests);
    }
}
