using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Stores a stretch of a digest: papers merged by identity, arrivals, and the digest's list.</summary>
public sealed partial class StoreEntries(
    IPaperTable papers, IArrivalTable arrivals, IDigestTable digests, ILookUpTable lookUps, TimeProvider clock, ILogger<StoreEntries> logger)
{
    private const int MaxAttempts = 8;

    /// <summary>Older papers are no candidates any more: what is learned of them later changes no arrival.</summary>
    private static readonly TimeSpan CandidateAge = TimeSpan.FromDays(31);

    /// <returns>The papers that this digest brought first.</returns>
    public Task<IReadOnlyList<PaperId>> RunAsync(Digest digest, IReadOnlyList<Entry> entries, CancellationToken cancellationToken) =>
        FlowActivity.StepAsync(
        "digest.store", [("digest.id", digest.Id), ("entries", entries.Count)], _ => StoreAsync(digest, entries, cancellationToken));

    /// <summary>Adds what was learned elsewhere of papers that a digest brought, such as an id.</summary>
    public async Task EnrichAsync(string digestId, IReadOnlyList<Paper> learned, CancellationToken cancellationToken)
    {
        var absorbed = new List<StoredPaper>();
        var (rows, ids) = await MergeAsync(digestId, learned, absorbed, cancellationToken);
        await SettleArrivalsAsync([.. ids.OfType<PaperId>().Distinct().Select(id => rows[id])], absorbed, rows, cancellationToken);
    }

    private async Task<IReadOnlyList<PaperId>> StoreAsync(Digest digest, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var absorbed = new List<StoredPaper>();
        var (rows, ids) = await MergeAsync(digest.Id, [.. entries.Select(e => e.Paper)], absorbed, cancellationToken);
        var stored = ids.OfType<PaperId>().Distinct().Select(id => rows[id]).ToList();
        var fresh = stored.Where(p => p.Digests[0] == digest.Id).ToList();
        var list = entries.Zip(ids).Where(pair => pair.Second is not null)
            .Select(pair => new DigestEntry(pair.First.Rank, pair.First.Line, pair.Second!.Value, pair.First.Paper.Title));
        await Task.WhenAll(
            SettleArrivalsAsync(stored, absorbed, rows, cancellationToken, fresh),
            lookUps.AddAsync([.. fresh.Where(p => LookUpDue.Wants(p.Paper)).Select(p => p.Id)], cancellationToken),
            digests.PutEntriesAsync(digest.ListId, [.. list], cancellationToken));
        return [.. fresh.Select(p => p.Id)];
    }

    /// <param name="fresh">Papers that arrive whatever their age.</param>
    private Task SettleArrivalsAsync(
        List<StoredPaper> stored, List<StoredPaper> absorbed, PaperRows rows, CancellationToken cancellationToken, List<StoredPaper>? fresh = null)
    {
        var since = clock.GetUtcNow() - CandidateAge;
        return Task.WhenAll(
            PutArrivalsAsync([.. (fresh ?? []).Concat(stored.Where(p => p.FirstSeen > since)).DistinctBy(p => p.Id)], cancellationToken),
            arrivals.RemoveAsync([.. absorbed.DistinctBy(p => p.Id).Where(p => rows.IsAlias(p.Id))], cancellationToken));
    }

    /// <summary>Puts arrivals until they are what the papers are: another digest may change a paper, and put or remove its arrival, before
    /// ours.</summary>
    private async Task PutArrivalsAsync(List<StoredPaper> arriving, CancellationToken cancellationToken)
    {
        while (arriving.Count > 0)
        {
            await arrivals.PutAsync(arriving, cancellationToken);
            var now = await papers.FindAsync([.. arriving.Select(p => p.Id)], cancellationToken);
            await arrivals.RemoveAsync([.. arriving.Where(p => now.GetValueOrDefault(p.Id) is PaperRow.Alias)], cancellationToken);
            arriving = [.. arriving.Select(p => (Put: p, Now: (now.GetValueOrDefault(p.Id) as PaperRow.Known)?.Stored))
                .Where(p => p.Now is not null && !PaperText.Same(p.Put, p.Now)).Select(p => p.Now!)];
        }
    }

    /// <param name="absorbed">Takes up what all attempts absorbed together: one that half succeeded leaves the next less to do,
    /// and one that failed may have absorbed what stays a paper after all.</param>
    private async Task<(PaperRows Rows, List<PaperId?> Ids)> MergeAsync(
        string digestId, IReadOnlyList<Paper> brought, List<StoredPaper> absorbed, CancellationToken cancellationToken)
    {
        var names = brought.SelectMany(PaperKey.Of).Select(k => k.ToId()).ToHashSet();
        for (var attempt = 1; ; attempt++)
        {
            var rows = new PaperRows(await papers.FindWithTargetsAsync(names, cancellationToken), digestId, clock.GetUtcNow());
            var ids = brought.Select(rows.Take).ToList();
            absorbed.AddRange(rows.Absorbed);

            // Papers before aliases: should we stop between the two, no name leads to a row whose content is lost.
            if (await papers.TryWriteAsync([.. rows.ChangedPapers], cancellationToken)
                && await papers.TryWriteAsync([.. rows.ChangedAliases], cancellationToken))
            {
                return (rows, [.. ids.Select(id => id is { } known ? rows.Current(known) : (PaperId?)null)]);
            }

            if (attempt == MaxAttempts)
            {
                throw new IOException($"Digest {digestId}: the same papers kept changing under {MaxAttempts} attempts; they are tried again later.");
            }

            Log.Conflict(logger, digestId, attempt);
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 50 << attempt)), clock, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 2101, Level = LogLevel.Debug, Message = "{Digest}: papers changed while they were merged, attempt {Attempt}")]
        public static partial void Conflict(ILogger logger, string digest, int attempt);
    }
}
