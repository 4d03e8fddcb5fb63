using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Runtime;

/// <summary>Sends editions without waiting for the hour: over the queue, like those that are due.</summary>
public sealed class EditionsNow(IFlowQueues queues, IDeliveryTable deliveries, TimeProvider clock)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait for one edition; after it, whatever is in the way is reported.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <returns>The ledger's row for each subscriber: settled, or still claimed where the mail provider takes nothing; it is tried on
    /// then.</returns>
    public async Task<IReadOnlyList<Delivery>> SendAsync(IReadOnlyList<Subscriber> subscribers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = now.ToString("yyyy-MM-ddTHHmmss");
        foreach (var batch in subscribers.Chunk(EditionsDue.MaxSubscribers))
        {
            await queues.SendAsync(
                new EditionsDue(1, [.. batch.Select(s => new DueSubscriber(s.Id, now, key, s.LastCutoff))], OnDemand: true),
                cancellationToken);
        }

        var settled = new List<Delivery>();
        foreach (var subscriber in subscribers)
        {
            settled.Add(await WaitAsync(subscriber.Id, key, cancellationToken));
        }

        return settled;
    }

    private async Task<Delivery> WaitAsync(string subscriberId, string key, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Patience;
        while (true)
        {
            var delivery = (await deliveries.FindAsync(subscriberId, key, cancellationToken))?.Value;
            if (delivery is { IsSettled: true })
            {
                return delivery;
            }

            if (clock.GetUtcNow() > until)
            {
                return (delivery ?? new Delivery { SubscriberId = subscriberId, EditionKey = key }) with
                {
                    Reason = $"Not sent yet, and tried again by itself. {delivery?.Reason}".TrimEnd(),
                };
            }

            await Task.Delay(PollEvery, cancellationToken);
        }
    }
}
