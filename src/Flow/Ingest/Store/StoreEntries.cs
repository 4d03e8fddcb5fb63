using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Stores a stretch of a digest: papers merged by identity, arrivals, and the digest's list.</summary>
public sealed partial class StoreEntries(
    IPaperTable papers, IArrivalTable arrivals, IDigestTable digests, TimeProvider clock, ILogger<StoreEntries> logger)
{
    private const int MaxAttempts = 8;

    private readonly PaperArrivals _arrivals = new(papers, arrivals, clock);

    /// <returns>The papers that this digest brought first.</returns>
    public Task<IReadOnlyList<PaperId>> RunAsync(Digest digest, IReadOnlyList<Entry> entries, CancellationToken cancellationToken) =>
        FlowActivity.StepAsync(
        "digest.store", [("digest.id", digest.Id), ("entries", entries.Count)], _ => StoreAsync(digest, entries, cancellationToken));

    private async Task<IReadOnlyList<PaperId>> StoreAsync(Digest digest, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var gone = new List<StoredPaper>();
        var (rows, ids) = await MergeAsync(digest, entries, gone, cancellationToken);
        var stored = ids.OfType<PaperId>().Distinct().Select(id => rows[id]).ToList();
        var fresh = stored.Where(p => p.Digests[0] == digest.Id).ToList();
        await Task.WhenAll(
            _arrivals.PutAsync(stored, rows.IsNew, cancellationToken),
            arrivals.RemoveAsync([.. gone.Where(rows.IsGone)], cancellationToken));
        return [.. fresh.Select(p => p.Id)];
    }

    /// <param name="gone">Takes up the papers that all attempts together absorbed or moved: one that half succeeded leaves the next less to do,
    /// and one that failed may have absorbed what stays a paper after all.</param>
    private async Task<(PaperRows Rows, List<PaperId?> Ids)> MergeAsync(
        Digest digest, IReadOnlyList<Entry> entries, List<StoredPaper> gone, CancellationToken cancellationToken)
    {
        var names = entries.SelectMany(e => PaperKey.Of(e.Paper)).Select(k => k.ToId()).ToHashSet();
        for (var attempt = 1; ; attempt++)
        {
            var rows = new PaperRows(await papers.FindWithTargetsAsync(names, cancellationToken), digest.Id, clock.GetUtcNow());
            var taken = entries.Select(e => rows.Take(e.Paper)).ToList();
            List<PaperId?> ids = [.. taken.Select(id => id is { } known ? rows.Current(known) : (PaperId?)null)];
            gone.AddRange(rows.Absorbed.Concat(rows.Moved));

            // The list first: should we stop right after, and other content take this one's place, it says what we may have stored. Then
            // papers before aliases: no name leads to a row whose content is lost.
            await PutListAsync(digest, entries, ids, cancellationToken);
            if (await papers.TryWriteAsync([.. rows.ChangedPapers], cancellationToken)
                && await papers.TryWriteAsync([.. rows.ChangedAliases], cancellationToken))
            {
                return (rows, ids);
            }

            if (attempt == MaxAttempts)
            {
                throw new IOException(
                    $"'{digest.Name}': the same papers kept changing under {MaxAttempts} attempts; the digest is tried again later.");
            }

            Log.Conflict(logger, digest.Name, attempt);
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 50 << attempt)), clock, cancellationToken);
        }
    }

    private Task PutListAsync(Digest digest, IReadOnlyList<Entry> entries, List<PaperId?> ids, CancellationToken cancellationToken)
    {
        var list = entries.Zip(ids).Where(pair => pair.Second is not null)
            .Select(pair => new DigestEntry(pair.First.Rank, pair.First.Line, pair.Second!.Value, pair.First.Paper.Title));
        return digests.PutEntriesAsync(digest.ListId, [.. list], cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 2101, Level = LogLevel.Debug, Message = "{Digest}: papers changed while they were merged, attempt {Attempt}")]
        public static partial void Conflict(ILogger logger, string digest, int attempt);
    }
}
