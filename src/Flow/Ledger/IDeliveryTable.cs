using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ledger;

/// <summary>The delivery ledger: one row an edition, by subscriber.</summary>
public interface IDeliveryTable
{
    Task<DeliveryRow?> FindAsync(string subscriberId, string editionKey, CancellationToken cancellationToken);

    /// <summary>Writes the row provided that it is as it was read (no version: provided that there is none).</summary>
    /// <returns>The row with its new version, or null when it had changed meanwhile.</returns>
    Task<DeliveryRow?> TrySaveAsync(DeliveryRow row, CancellationToken cancellationToken);

    /// <summary>A subscriber's deliveries, newest edition first.</summary>
    IAsyncEnumerable<Delivery> ListAsync(string subscriberId, CancellationToken cancellationToken);

    /// <summary>Removes the whole ledger of a subscriber.</summary>
    Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken);

    /// <summary>Papers of all editions that were, or may have been, sent to a subscriber.</summary>
    Task<IReadOnlySet<PaperId>> SentPapersAsync(string subscriberId, CancellationToken cancellationToken);
}

/// <param name="Version">The ETag with which it was read; null for a new row.</param>
public sealed record DeliveryRow(Delivery Delivery, string? Version);
