using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Makes stored papers candidates of editions: each arrives once, and no edition's period has passed by then.</summary>
public sealed class PaperArrivals(IPaperTable papers, IArrivalTable arrivals, TimeProvider clock)
{
    /// <summary>An arrival is written at most this long after the time that it carries; where a run stopped, or paused for longer, before
    /// it had written the arrival, the paper arrives anew.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(30);

    /// <summary>Older papers are no candidates any more: what is learned of them later changes no arrival, and a missing row may have
    /// expired.</summary>
    private static readonly TimeSpan CandidateAge = TimeSpan.FromDays(31);

    /// <summary>Puts arrivals until they are what the papers are: another digest may change a paper, and put or remove its arrival, before
    /// ours.</summary>
    /// <param name="isNew">Whether a paper had no row before; such a one has no arrival either.</param>
    public async Task PutAsync(IReadOnlyCollection<StoredPaper> stored, Func<PaperId, bool> isNew, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - CandidateAge;
        var arriving = stored.Where(p => p.ArrivedAt > since).ToList();
        arriving = await OnTimeAsync(arriving, isNew, cancellationToken);
        while (arriving.Count > 0)
        {
            await arrivals.PutAsync(arriving, cancellationToken);
            var now = await papers.FindAsync([.. arriving.Select(p => p.Id)], cancellationToken);
            var changed = arriving.Select(p => (Put: p, Now: now.GetValueOrDefault(p.Id)))
                .Where(p => p.Now is not PaperRow.Known known || !PaperText.Same(p.Put, known.Stored)).ToList();
            await arrivals.RemoveAsync([.. changed.Where(p => ArrivalOf(p.Now) != p.Put.ArrivedAt).Select(p => p.Put)], cancellationToken);
            arriving = [.. changed.Select(p => (p.Now as PaperRow.Known)?.Stored).OfType<StoredPaper>()];
        }
    }

    private static DateTimeOffset? ArrivalOf(PaperRow? row) => (row as PaperRow.Known)?.Stored.ArrivedAt;

    /// <summary>The papers, those among them with a new time whose time is long past although no arrival was written.</summary>
    private async Task<List<StoredPaper>> OnTimeAsync(
        List<StoredPaper> arriving, Func<PaperId, bool> isNew, CancellationToken cancellationToken)
    {
        var past = arriving.Where(p => p.ArrivedAt < clock.GetUtcNow() - Late).ToList();
        var written = await arrivals.FindAsync([.. past.Where(p => !isNew(p.Id))], cancellationToken);
        var missing = past.Select(p => p.Id).Where(id => !written.Contains(id)).ToHashSet();
        var anew = await StampAsync(missing, cancellationToken);
        return [.. arriving.Where(p => !missing.Contains(p.Id)), .. anew];
    }

    /// <summary>Gives papers the present as the time of their arrival; one that somebody else gave a time just now keeps that.</summary>
    private async Task<List<StoredPaper>> StampAsync(HashSet<PaperId> ids, CancellationToken cancellationToken)
    {
        while (ids.Count > 0)
        {
            var now = clock.GetUtcNow();
            var rows = (await papers.FindAsync(ids, cancellationToken)).Values.OfType<PaperRow.Known>().ToList();
            var late = rows.Where(r => r.Stored.ArrivedAt < now - Late)
                .Select(r => r with { Stored = r.Stored with { ArrivedAt = now } }).ToList();
            if (await papers.TryWriteAsync(late, cancellationToken))
            {
                return [.. late.Concat(rows).Select(r => r.Stored).DistinctBy(p => p.Id)];
            }
        }

        return [];
    }
}
