using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions;

/// <summary>A batch of due subscribers: candidates read once, an edition for each, then each one's next hour.</summary>
public sealed partial class DeliverEditions(
    ISubscriberTable subscribers, FindCandidates candidates, SendEdition send, NextEdition next,
    IDueTable due, IFlowQueues queues, FlowMetrics metrics, TimeProvider clock, ILogger<DeliverEditions> logger)
{
    private const int Parallelism = 4;

    /// <summary>The pause before an edition that waits for another one of the same subscriber is tried again; some chance in it keeps two
    /// from getting into each other's way again and again.</summary>
    private static TimeSpan Pause => TimeSpan.FromSeconds(10 + (10 * Random.Shared.NextDouble()));

    /// <summary>Those that failed go back to the queue, each alone; a lone failure is put off, as long as that may help.</summary>
    public Task RunAsync(EditionsDue message, CancellationToken cancellationToken) => FlowActivity.ProcessAsync(
        EditionsDue.Queue, message.TraceParent,
        () => FlowActivity.StepAsync("editions.deliver", [("subscribers", message.Subscribers.Count)],
            _ => DeliverBatchAsync(message, cancellationToken)));

    private async Task DeliverBatchAsync(EditionsDue message, CancellationToken cancellationToken)
    {
        var (started, tally) = (clock.GetTimestamp(), new Tally());
        var rows = await ActiveAsync(message, tally, cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var from = await candidates.RunAsync(rows.Min(r => r.Row.Value.LastCutoff), clock.GetUtcNow(), cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rows, options, async (r, token) =>
            await ApartAsync(message, r.Due, async () => tally.Add(await DeliverOneAsync(r.Row, r.Due, from, message, token)),
                tally, token));
        Log.Delivered(logger, rows.Count, tally.Sent, tally.Skipped, tally.Failed, (long)clock.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Does something for one of several subscribers; where it fails, the others go on.</summary>
    private async Task ApartAsync(EditionsDue message, DueSubscriber one, Func<Task> act, Tally tally, CancellationToken cancellationToken)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.Failed(e.GetType().Name);
            var alone = message.Subscribers.Count == 1;
            if (alone && !PutOff.IsWorth(e, message.Tries))
            {
                throw;
            }

            tally.Add(DeliveryState.Failed);
            Log.Failed(logger, e, one.SubscriberId);
            await (alone
                ? LaterAsync(message with { Tries = message.Tries + 1 }, one, PutOff.Delay(message.Tries), cancellationToken)
                : queues.SendAsync(message with { Subscribers = [one] }, cancellationToken));
        }
    }

    /// <summary>Queues an edition for later, and notes that, so that the schedule does not queue it beside.</summary>
    private async Task LaterAsync(EditionsDue message, DueSubscriber one, TimeSpan delay, CancellationToken cancellationToken)
    {
        await queues.SendLaterAsync(message with { Subscribers = [one] }, delay, cancellationToken);
        if (!message.OnDemand)
        {
            await due.MarkQueuedAsync(new Due(one.SubscriberId, one.DueAt, one.EditionKey), clock.GetUtcNow() + delay, cancellationToken);
        }
    }

    /// <returns>What became of the edition; null while nothing has.</returns>
    private async Task<DeliveryState?> DeliverOneAsync(
        Versioned<Subscriber> row, DueSubscriber dueNow, Candidates from, EditionsDue message, CancellationToken cancellationToken)
    {
        // The batch may have been at it for a while: who left since then gets nothing.
        if (await subscribers.FindAsync(dueNow.SubscriberId, cancellationToken) is not { Value.State: SubscriberState.Active })
        {
            await due.RemoveAsync(new Due(dueNow.SubscriberId, dueNow.DueAt, dueNow.EditionKey), cancellationToken);
            return null;
        }

        var result = await send.RunAsync(row.Value, dueNow.EditionKey, from, cancellationToken);
        if (result.Delivery is { } delivery)
        {
            // Papers of a refused edition reached nobody: the next one may pick them.
            var cutoff = delivery.State == DeliveryState.Failed ? row.Value.LastCutoff : delivery.Cutoff;
            await next.ScheduleAsync(row, message.OnDemand ? null : dueNow, cutoff, cancellationToken);
        }
        else
        {
            // Whoever is at it may have stopped: looked at again as soon as that claim has run out.
            var delay = result.Until - clock.GetUtcNow() is { } rest && rest > TimeSpan.Zero ? rest + TimeSpan.FromSeconds(1) : Pause;
            await LaterAsync(message, dueNow, delay, cancellationToken);
        }

        return result.Delivery?.State;
    }

    /// <summary>The subscribers who may be mailed and whose hour this still is; the due rows of the others are taken away.</summary>
    private async Task<List<(Versioned<Subscriber> Row, DueSubscriber Due)>> ActiveAsync(
        EditionsDue message, Tally tally, CancellationToken cancellationToken)
    {
        var active = new List<(Versioned<Subscriber>, DueSubscriber)>();
        foreach (var d in message.Subscribers)
        {
            await ApartAsync(message, d, () => SortAsync(d), tally, cancellationToken);
        }

        return active;

        async Task SortAsync(DueSubscriber d)
        {
            var row = await subscribers.FindAsync(d.SubscriberId, cancellationToken);
            if (row is { Value.State: SubscriberState.Active } && (message.OnDemand || row.Value.NextDue == d.DueAt))
            {
                active.Add((row, d));
            }
            else
            {
                await due.RemoveAsync(new Due(d.SubscriberId, d.DueAt, d.EditionKey), cancellationToken);
            }
        }
    }

    /// <summary>What became of a batch's editions.</summary>
    private sealed class Tally
    {
        private readonly int[] _counts = new int[Enum.GetValues<DeliveryState>().Length];

        public int Sent => _counts[(int)DeliveryState.Sent];

        public int Skipped => _counts[(int)DeliveryState.Skipped];

        public int Failed => _counts[(int)DeliveryState.Failed];

        public void Add(DeliveryState? state) => _ = state is { } known ? Interlocked.Increment(ref _counts[(int)known]) : 0;
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 6102, Level = LogLevel.Information,
            Message = "{Subscribers} subscribers due: {Sent} editions sent, {Skipped} skipped, {Failed} failed, in {Milliseconds} ms")]
        public static partial void Delivered(ILogger logger, int subscribers, int sent, int skipped, int failed, long milliseconds);

        [LoggerMessage(EventId = 6101, Level = LogLevel.Warning, Message = "The edition of {Subscriber} failed and is queued again alone")]
        public static partial void Failed(ILogger logger, Exception exception, string subscriber);
    }
}
