using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Send;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Running;

/// <summary>Sends editions without waiting for the hour: over the queue, like those that are due.</summary>
public sealed class EditionsNow(IFlowQueues queues, IDeliveryTable deliveries, TimeProvider clock)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    /// <returns>The ledger's row for each subscriber, once it is settled.</returns>
    public async Task<IReadOnlyList<Delivery>> SendAsync(IReadOnlyList<Subscriber> subscribers, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var key = now.ToString("yyyy-MM-ddTHHmmss");
        foreach (var batch in subscribers.Chunk(EditionsDue.MaxSubscribers))
        {
            await queues.SendAsync(
                new EditionsDue(1, [.. batch.Select(s => new DueSubscriber(s.Id, now, key))], OutOfTurn: true), cancellation);
        }

        var settled = new List<Delivery>();
        foreach (var subscriber in subscribers)
        {
            settled.Add(await WaitAsync(subscriber.Id, key, cancellation));
        }

        return settled;
    }

    private async Task<Delivery> WaitAsync(string subscriberId, string key, CancellationToken cancellation)
    {
        while (true)
        {
            if (await deliveries.FindAsync(subscriberId, key, cancellation) is { Delivery: { IsSettled: true } delivery })
            {
                return delivery;
            }

            await Task.Delay(PollEvery, cancellation);
        }
    }
}
