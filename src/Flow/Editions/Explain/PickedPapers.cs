using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>The papers that a subscriber's editions brought.</summary>
public sealed class PickedPapers(IDeliveryTable deliveries, IPaperTable papers)
{
    /// <returns>In the order of the edition; null where there is no such edition.</returns>
    public async Task<IReadOnlyList<StoredPaper>?> OfEditionAsync(string subscriberId, string editionKey,
        CancellationToken cancellationToken) =>
        await deliveries.FindAsync(subscriberId, editionKey, cancellationToken) is { Value: var edition }
            ? await papers.ResolveAsync([.. edition.Picks.Select(pick => pick.Paper)], cancellationToken)
            : null;

    /// <returns>Newest edition first, in an edition in its order; each paper once.</returns>
    public async Task<IReadOnlyList<PickedPaper>> NewestAsync(string subscriberId, int most, CancellationToken cancellationToken)
    {
        var picks = await deliveries.ListAsync(subscriberId, cancellationToken)
            .Where(edition => edition.IsSettled)
            .SelectMany(edition => edition.Picks.Select(pick => (edition, pick)).ToAsyncEnumerable())
            .Take(most).ToListAsync(cancellationToken);
        var rows = await papers.FindWithTargetsAsync(picks.Select(p => p.pick.Paper), cancellationToken);
        return
        [
            .. picks.Select(p => (Stored: PaperNames.Follow(rows, p.pick.Paper), p.edition, p.pick)).Where(p => p.Stored is not null)
                .Select(p => new PickedPaper(p.Stored!, p.edition.Cutoff, p.pick.Why)).DistinctBy(p => p.Paper.Id),
        ];
    }
}

/// <param name="At">When the edition was chosen, UTC.</param>
/// <param name="Why">Why it was picked, strongest first.</param>
public sealed record PickedPaper(StoredPaper Paper, DateTimeOffset At, IReadOnlyList<string> Why);
