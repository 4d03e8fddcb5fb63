using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Store;

/// <summary>Writes arrivals so that they end as the papers' rows are, whoever else writes at the same time.</summary>
/// <remarks>A row of a paper is written under its version, an arrival is not. So each write is followed by a look at the rows:
/// the last write of all was then followed by a look that found nothing newer.</remarks>
public sealed class SettleArrivals(IPaperTable papers, IArrivalTable arrivals)
{
    /// <param name="written">Papers as they were just written.</param>
    /// <param name="absorbed">Papers that turned out to be others; their arrivals go.</param>
    public async Task RunAsync(
        IReadOnlyCollection<StoredPaper> written, IReadOnlyCollection<StoredPaper> absorbed, CancellationToken cancellation)
    {
        await arrivals.RemoveAsync(absorbed, cancellation);
        while (written.Count > 0)
        {
            await arrivals.PutAsync(written, cancellation);
            written = await ChangedSinceAsync(written, cancellation);
        }
    }

    /// <summary>Papers that somebody changed meanwhile, as they are now; those that became aliases lose their arrival.</summary>
    private async Task<IReadOnlyCollection<StoredPaper>> ChangedSinceAsync(IReadOnlyCollection<StoredPaper> written, CancellationToken cancellation)
    {
        var rows = await papers.FindAsync([.. written.Select(p => p.Id)], cancellation);
        await arrivals.RemoveAsync([.. written.Where(p => rows.GetValueOrDefault(p.Id) is PaperRow.Alias)], cancellation);
        return
        [
            .. written
                .Select(p => (Was: p, Is: (rows.GetValueOrDefault(p.Id) as PaperRow.Known)?.Stored))
                .Where(p => p.Is is not null && !PaperText.Same(p.Was, p.Is))
                .Select(p => p.Is!),
        ];
    }
}
