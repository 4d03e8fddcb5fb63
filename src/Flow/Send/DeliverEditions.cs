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
        {
            try
            {
                await DeliverAsync(r.Row, r.Due, from, message.OutOfTurn, token);
            }
            catch (Exception e) when (message.Subscribers.Count > 1 && e is not OperationCanceledException)
            {
                Log.Failed(logger, e, r.Due.SubscriberId);
                await queues.SendAsync(message with { Subscribers = [r.Due] }, token);
            }
        });
    }

    private async Task DeliverAsync(SubscriberRow row, DueSubscriber dueNow, Candidates from, bool outOfTurn, CancellationToken cancellation)
    {
        var result = await send.RunAsync(row.Subscriber, dueNow.EditionKey, from, cancellation);
        if (result.Delivery is { } delivery)
        {
            await next.ScheduleAsync(row, outOfTurn ? null : dueNow, delivery.Cutoff, cancellation);
        }
    }

    /// <summary>The subscribers who may be mailed and whose hour this still is; the due rows of the others are taken away.</summary>
    private async Task<List<(SubscriberRow Row, DueSubscriber Due)>> ActiveAsync(EditionsDue message, CancellationToken cancellation)
    {
        var active = new List<(SubscriberRow, DueSubscriber)>();
        foreach (var d in message.Subscribers)
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

        return active;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6101, Level = LogLevel.Warning, Message = "The edition of {Subscriber} failed and is queued again alone")]
        public static partial void Failed(ILogger logger, Exception exception, string subscriber);
    }
}
