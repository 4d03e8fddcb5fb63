using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Match;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Schedule;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Send;

/// <summary>A batch of due subscribers: candidates read once, an edition for each, then each one's next hour.</summary>
public sealed partial class DeliverEditions(
    ISubscriberTable subscribers, FindCandidates candidates, SendEdition send, NextEdition next,
    IDueTable due, IFlowQueues queues, TimeProvider clock, ILogger<DeliverEditions> logger)
{
    private const int Parallelism = 4;

    /// <summary>Those that failed go back to the queue, each alone; a lone failure throws, and the queue tries it again.</summary>
    public async Task RunAsync(EditionsDue message, CancellationToken cancellation)
    {
        using var activity = FlowActivity.Start("editions.deliver", ("subscribers", message.Subscribers.Count));
        var rows = await ActiveAsync(message, cancellation);
        if (rows.Count == 0)
        {
            return;
        }

        var from = await candidates.RunAsync(rows.Min(r => r.Row.Subscriber.LastCutoff), clock.GetUtcNow(), cancellation);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rows, options, async (r, token) =>
            await ApartAsync(message, r.Due, () => DeliverAsync(r.Row, r.Due, from, message.OutOfTurn, token), token));
    }

    /// <summary>Does something for one of several subscribers; where it fails, the others go on.</summary>
    private async Task ApartAsync(EditionsDue message, DueSubscriber one, Func<Task> act, CancellationToken cancellation)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (message.Subscribers.Count > 1 && !cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, e, one.SubscriberId);
            await queues.SendAsync(message with { Subscribers = [one] }, cancellation);
        }
    }

    private async Task DeliverAsync(SubscriberRow row, DueSubscriber dueNow, Candidates from, bool outOfTurn, CancellationToken cancellation)
    {
        // The batch may have been at it for a while: who left since then gets nothing.
        if (await subscribers.FindAsync(dueNow.SubscriberId, cancellation) is not { Subscriber.State: SubscriberState.Active })
        {
            await due.RemoveAsync(new Due(dueNow.SubscriberId, dueNow.DueAt, dueNow.EditionKey), cancellation);
            return;
        }

        var result = await send.RunAsync(row.Subscriber, dueNow.EditionKey, from, cancellation);
        if (result.Delivery is { } delivery)
        {
            // Papers of a refused edition reached nobody: the next one may pick them.
            var cutoff = delivery.State == DeliveryState.Failed ? row.Subscriber.LastCutoff : delivery.Cutoff;
            await next.ScheduleAsync(row, outOfTurn ? null : dueNow, cutoff, cancellation);
        }
        else if (outOfTurn)
        {
            // A claim that runs out unsettled is found again by its due row; an edition out of turn has none.
            await queues.SendLaterAsync(new EditionsDue(1, [dueNow], outOfTurn), DeliveryLedger.Lease, cancellation);
        }
    }

    /// <summary>The subscribers who may be mailed and whose hour this still is; the due rows of the others are taken away.</summary>
    private async Task<List<(SubscriberRow Row, DueSubscriber Due)>> ActiveAsync(EditionsDue message, CancellationToken cancellation)
    {
        var active = new List<(SubscriberRow, DueSubscriber)>();
        foreach (var d in message.Subscribers)
        {
            await ApartAsync(message, d, () => SortAsync(d), cancellation);
        }

        return active;

        async Task SortAsync(DueSubscriber d)
        {
            var row = await subscribers.FindAsync(d.SubscriberId, cancellation);
            if (row is { Subscriber.State: SubscriberState.Active } && (message.OutOfTurn || row.Subscriber.NextDue == d.DueAt))
            {
                active.Add((row, d));
            }
            else
            {
                await due.RemoveAsync(new Due(d.SubscriberId, d.DueAt, d.EditionKey), cancellation);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6101, Level = LogLevel.Warning, Message = "The edition of {Subscriber} failed and is queued again alone")]
        public static partial void Failed(ILogger logger, Exception exception, string subscriber);
    }
}
