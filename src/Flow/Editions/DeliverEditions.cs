using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions;

/// <summary>A batch of due subscribers: candidates read once, an edition for each, then each one's next hour.</summary>
public sealed partial class DeliverEditions(
    ISubscriberTable subscribers, FindCandidates candidates, SendEdition send, IDeliveryTable deliveries, NextEdition next, IDueTable due,
    IFlowQueues queues, FlowMetrics metrics, TimeProvider clock, ILogger<DeliverEditions> logger)
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
        var (started, tally, settled) = (clock.GetTimestamp(), new Tally(), new ConcurrentBag<SettledEdition>());
        var cutoff = message.Subscribers.Min(s => s.Cutoff ?? DateTimeOffset.MinValue);
        var from = await candidates.RunAsync(cutoff, clock.GetUtcNow(), cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(message.Subscribers, options, async (one, token) =>
            await ApartAsync(message, one, () => DeliverOneAsync(one, from, message, settled, token), tally, token));
        await MoveOnAsync(message, [.. settled], tally, cancellationToken);
        Log.Delivered(
            logger, message.Subscribers.Count, tally.Sent, tally.Skipped, tally.Failed,
            (long)clock.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Lists what was settled, then plans what comes next, for all of the batch together: a run that stops before finds each
    /// edition settled, and does this again.</summary>
    private async Task MoveOnAsync(
        EditionsDue message, IReadOnlyList<SettledEdition> settled, Tally tally, CancellationToken cancellationToken)
    {
        await deliveries.ListSettledAsync([.. settled.Select(s => s.Delivery)], cancellationToken);
        await next.ScheduleAsync(settled, ApartAsync, cancellationToken);
        settled.ToList().ForEach(s => tally.Add(s.Delivery.State));

        Task ApartAsync(SettledEdition one, Func<Task<Subscriber?>> act) => this.ApartAsync(
            message,
            message.Subscribers.First(s => s.SubscriberId == one.Delivery.SubscriberId),
            async () => await UnlistGoneAsync(one.Delivery, await act(), cancellationToken),
            tally, cancellationToken);
    }

    /// <summary>Of somebody who had everything deleted meanwhile nothing is listed.</summary>
    private async Task UnlistGoneAsync(Delivery delivery, Subscriber? now, CancellationToken cancellationToken)
    {
        if (now is not { State: SubscriberState.Active }
            && await deliveries.FindAsync(delivery.SubscriberId, delivery.EditionKey, cancellationToken) is null)
        {
            await deliveries.UnlistSettledAsync(delivery, cancellationToken);
        }
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

    /// <param name="settled">Takes up the edition once it is settled.</param>
    private async Task DeliverOneAsync(
        DueSubscriber one, Candidates from, EditionsDue message, ConcurrentBag<SettledEdition> settled, CancellationToken cancellationToken)
    {
        // Read right before, since the batch may have been at it for a while: who left since then gets nothing.
        var row = await subscribers.FindAsync(one.SubscriberId, cancellationToken);
        if (row is not { Value.State: SubscriberState.Active } || !(message.OnDemand || row.Value.NextDue == one.DueAt))
        {
            await due.RemoveAsync(new Due(one.SubscriberId, one.DueAt, one.EditionKey), cancellationToken);
            return;
        }

        var result = await send.RunAsync(row.Value, one, from, cancellationToken);
        if (result.Delivery is { } delivery)
        {
            settled.Add(new SettledEdition(row, message.OnDemand ? null : one, delivery));
            return;
        }

        // Whoever is at it may have stopped: looked at again as soon as that claim has run out.
        var delay = result.Until - clock.GetUtcNow() is { } rest && rest > TimeSpan.Zero ? rest + TimeSpan.FromSeconds(1) : Pause;
        await LaterAsync(message, one, delay, cancellationToken);
    }

    /// <summary>What became of a batch's editions.</summary>
    private sealed class Tally
    {
        private readonly int[] _counts = new int[Enum.GetValues<DeliveryState>().Length];

        public int Sent => _counts[(int)DeliveryState.Sent];

        public int Skipped => _counts[(int)DeliveryState.Skipped];

        public int Failed => _counts[(int)DeliveryState.Failed];

        public void Add(DeliveryState state) => Interlocked.Increment(ref _counts[(int)state]);
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
