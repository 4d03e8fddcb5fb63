using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Runtime;

/// <summary>Sends editions without waiting for the hour: over the queue, like those that are due.</summary>
public sealed class EditionsNow(
    IFlowQueues queues, IDeliveryTable deliveries, DeliveryLedger ledger, IArrivalTable arrivals, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait for one edition; after it, whatever is in the way is reported.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <returns>The ledger's row for each subscriber: settled, or still claimed where the mail provider takes nothing; it is tried on
    /// then.</returns>
    public async Task<IReadOnlyList<Delivery>> SendAsync(IReadOnlyList<Subscriber> subscribers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = now.ToString("yyyy-MM-ddTHHmmss");
        var settled = new List<Delivery>();
        var waiting = new List<Subscriber>();
        foreach (var subscriber in subscribers)
        {
            if (await SkipAsync(subscriber.Id, key, now, cancellationToken) is { } skipped)
            {
                settled.Add(skipped);
            }
            else
            {
                waiting.Add(subscriber);
            }
        }

        foreach (var batch in waiting.Chunk(EditionsDue.MaxSubscribers))
        {
            await queues.SendAsync(
                new EditionsDue(1, [.. batch.Select(s => new DueSubscriber(s.Id, now, key, s.LastCutoff))], OnDemand: true),
                cancellationToken);
        }

        foreach (var subscriber in waiting)
        {
            settled.Add(await WaitAsync(subscriber.Id, key, cancellationToken));
        }

        return settled;
    }

    /// <summary>Notes that nothing is sent to who got an edition within the last hour, with nothing new since: another one would only hold
    /// what that one left out.</summary>
    private async Task<Delivery?> SkipAsync(string subscriberId, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await deliveries.ListAsync(subscriberId, cancellationToken)
            .Where(d => d.State == DeliveryState.Sent && d.ChangedAt > now - Lately)
            .MaxByAsync(d => d.Cutoff, cancellationToken: cancellationToken);
        if (last is null || await arrivals.ReadAsync(last.Cutoff, now, cancellationToken).AnyAsync(cancellationToken)
            || await ledger.ClaimAsync(subscriberId, key, last.Cutoff, cancellationToken)
                is not { Result: ClaimResult.Claimed, Row: { } claim })
        {
            return null;
        }

        var skipped = await ledger.SkippedAsync(
            claim, $"Nothing new came in since the edition of {last.ChangedAt:HH:mm} UTC.", last.Cutoff, cancellationToken);
        await deliveries.ListSettledAsync(skipped is null ? [] : [skipped], cancellationToken);
        return skipped;
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
