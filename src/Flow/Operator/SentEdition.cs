using PaperFunctions.Flow.Editions.Compose;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Operator;

/// <summary>An edition as it went out, from what the ledger noted of it: the same papers in the same order with the same reasons.</summary>
public sealed class SentEdition(ISubscriberTable subscribers, IDeliveryTable deliveries, IPaperTable papers, ComposeEdition compose)
{
    /// <returns>Null where there is no such edition, or it was never made.</returns>
    public async Task<(Delivery Delivery, OutgoingMail? Mail)?> RunAsync(string subscriberId, string editionKey,
        CancellationToken cancellationToken)
    {
        if (await deliveries.FindAsync(subscriberId, editionKey, cancellationToken) is not { Value: var delivery }
            || await subscribers.FindAsync(subscriberId, cancellationToken) is not { Value: var subscriber })
        {
            return null;
        }

        if (delivery.Picks.Count == 0)
        {
            return (delivery, null);
        }

        var found = await papers.FindWithTargetsAsync(delivery.Picks.Select(p => p.Paper), cancellationToken);
        var picks = delivery.Picks.Select((p, i) => new Pick(i + 1, PaperNames.Follow(found, p.Paper) ?? Gone(p), 0, 0, p.Why,
            p.Exploration)).ToList();
        var mail = await compose.RunAsync(
            new Edition { Key = editionKey, Subscriber = PreviewEdition.Stranger(subscriber), Picks = picks }, cancellationToken);
        return (delivery, mail with { Subject = delivery.Subject });
    }

    /// <summary>A paper that was removed since: its title is all that is known.</summary>
    private static StoredPaper Gone(DeliveredPick pick) => new(pick.Paper, new Paper { Title = pick.Title });
}
