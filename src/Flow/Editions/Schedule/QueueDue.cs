using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Telemetry;

namespace PaperFunctions.Flow.Editions.Schedule;

/// <summary>Every quarter of an hour: puts who is due on the queue, and digests that still wait for the index.</summary>
public sealed partial class QueueDue(
    IDueTable due, IDigestTable digests, IFlowQueues queues, MeasureQueues measure, FlowMetrics metrics,
    TimeProvider clock, ILogger<QueueDue> logger)
{
    /// <summary>What was queued and is still due after this time was lost or failed, and is queued again.</summary>
    public static readonly TimeSpan QueueAgainAfter = TimeSpan.FromMinutes(30);

    /// <summary>A digest's own message normally does it well within this time.</summary>
    public static readonly TimeSpan IndexAgainAfter = TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellationToken) =>
        FlowActivity.StepAsync("editions.schedule", [], _ => QueueAllAsync(cancellationToken));

    private async Task QueueAllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var subscribers = await QueueSubscribersAsync(now, cancellationToken);
        var waiting = await QueueDigestsAsync(now, cancellationToken);
        Log.Queued(logger, subscribers, waiting);
        await measure.RunAsync(cancellationToken);
    }

    private async Task<int> QueueSubscribersAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var count = 0;
        var ready = due.ReadAsync(now, cancellationToken).Where(d => d.QueuedAt is null || d.QueuedAt < now - QueueAgainAfter);
        await foreach (var batch in ready.ChunksAsync(EditionsDue.MaxSubscribers, cancellationToken))
        {
            await FlowActivity.NewTraceAsync(
                "editions.batch", [("subscribers", batch.Count)], _ => QueueBatchAsync(batch, now, cancellationToken));
            count += batch.Count;
        }

        return count;
    }

    private async Task QueueBatchAsync(List<Due> batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await queues.SendAsync(
            new EditionsDue(1, [.. batch.Select(d => new DueSubscriber(d.SubscriberId, d.At, d.EditionKey, d.Cutoff))]), cancellationToken);
        metrics.Due(batch.Count(d => d.QueuedAt is null));
        await due.MarkQueuedAsync(batch, now, cancellationToken);
    }

    private async Task<int> QueueDigestsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var pending in digests.PendingAsync(cancellationToken).Where(p => p.Since < now - IndexAgainAfter))
        {
            await queues.SendAsync(new DigestStored(1, pending.DigestId, pending.TraceParent), cancellationToken);
            await digests.PutPendingAsync(pending with { Since = now }, cancellationToken);
            count++;
        }

        return count;
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 4001, Level = LogLevel.Information,
            Message = "{Subscribers} subscribers due, {Digests} digests waiting for the index")]
        public static partial void Queued(ILogger logger, int subscribers, int digests);
    }
}
