using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ledger;

/// <summary>The delivery ledger: one row an edition, by subscriber.</summary>
public interface IDeliveryTable : IVersionedTable<(string SubscriberId, string EditionKey), Delivery>
{
    Task<Versioned<Delivery>?> FindAsync(string subscriberId, string editionKey, CancellationToken cancellationToken) =>
        FindAsync((subscriberId, editionKey), cancellationToken);

    /// <summary>A subscriber's deliveries, newest edition first.</summary>
    IAsyncEnumerable<Delivery> ListAsync(string subscriberId, CancellationToken cancellationToken);

    /// <summary>Removes the whole ledger of a subscriber.</summary>
    Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken);

    /// <summary>Papers of all editions that were, or may have been, sent to a subscriber.</summary>
    Task<IReadOnlySet<PaperId>> SentPapersAsync(string subscriberId, CancellationToken cancellationToken);
}
