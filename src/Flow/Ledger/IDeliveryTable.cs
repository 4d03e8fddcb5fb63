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

    /// <summary>Removes deliveries that were settled before a day; returns how many went.</summary>
    Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken);

    /// <summary>What was, or may have been, sent to a subscriber, and what is under way.</summary>
    /// <param name="since">Editions of earlier days are passed over.</param>
    Task<SentPapers> SentPapersAsync(string subscriberId, DateOnly since, CancellationToken cancellationToken);

    /// <summary>Lists settled deliveries among those of their day; one that is listed already stays so. Saving a delivery does not list it:
    /// that is done for many at once.</summary>
    Task ListSettledAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken);

    /// <summary>Takes a delivery from the list of its day.</summary>
    Task UnlistSettledAsync(Delivery delivery, CancellationToken cancellationToken);
}

/// <param name="Papers">Of all editions that were, or may have been, sent.</param>
/// <param name="Claims">Editions that are claimed, by key, with the end of each claim.</param>
public sealed record SentPapers(IReadOnlySet<PaperId> Papers, IReadOnlyDictionary<string, DateTimeOffset> Claims);
