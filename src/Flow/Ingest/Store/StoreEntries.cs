using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Stores a stretch of a digest: papers merged by identity, arrivals, and the digest's list.</summary>
public sealed partial class StoreEntries(
    IPaperTable papers, IArrivalTable arrivals, IDigestTable digests, ILookUpTable lookUps, TimeProvider clock,
    ILogger<StoreEntries> logger)
{
    private const int MaxAttempts = 8;

    private readonly PaperArrivals _arrivals = new(papers, arrivals, clock);

    /// <param name="likelyNew">Writes first and reads only what turns out to be known: of papers that are new, reading finds
    /// nothing.</param>
    /// <returns>The papers that this digest brought first.</returns>
    public Task<IReadOnlyList<PaperId>> RunAsync(
        Digest digest, IReadOnlyList<Entry> entries, bool likelyNew, CancellationToken cancellationToken) => FlowActivity.StepAsync(
        "digest.store", [("digest.id", digest.Id), ("entries", entries.Count)],
        _ => StoreAsync(digest, entries, likelyNew, cancellationToken));

    /// <summary>Adds what was learned elsewhere of papers that a digest brought, such as an id, or makes up for what a stop left
    /// undone.</summary>
    public async Task MergeAgainAsync(string digestId, IReadOnlyList<Paper> learned, CancellationToken cancellationToken)
    {
        var gone = new List<StoredPaper>();
        var (rows, ids) = await MergeAsync(digestId, learned, gone, _ => Task.CompletedTask, likelyNew: false, cancellationToken);
        await SettleArrivalsAsync(rows, PapersOf(rows, ids), gone, cancellationToken);
    }

    private async Task<IReadOnlyList<PaperId>> StoreAsync(
        Digest digest, IReadOnlyList<Entry> entries, bool likelyNew, CancellationToken cancellationToken)
    {
        // The list before the papers: should we stop in between, and other content take this one's place, it says what we may have stored.
        var gone = new List<StoredPaper>();
        var (rows, ids) = await MergeAsync(
            digest.Id, [.. entries.Select(e => e.Paper)], gone, ids => PutListAsync(digest, entries, ids, cancellationToken), likelyNew,
            cancellationToken);
        var stored = PapersOf(rows, ids);
        var fresh = stored.Where(p => p.Digests[0] == digest.Id).ToList();
        await Task.WhenAll(
            SettleArrivalsAsync(rows, stored, gone, cancellationToken),
            lookUps.AddAsync([.. fresh.Where(p => LookUpDue.Wants(p.Paper)).Select(p => p.Id)], cancellationToken));
        return [.. fresh.Select(p => p.Id)];
    }

    private static List<StoredPaper> PapersOf(PaperRows rows, IEnumerable<PaperId?> ids) =>
        [.. ids.OfType<PaperId>().Distinct().Select(id => rows[id])];

    private Task SettleArrivalsAsync(PaperRows rows, List<StoredPaper> stored, List<StoredPaper> gone,
        CancellationToken cancellationToken) =>
        Task.WhenAll(
            _arrivals.PutAsync(stored, rows.IsNew, cancellationToken),
            arrivals.RemoveAsync([.. gone.Where(rows.IsGone)], cancellationToken));

    /// <param name="gone">Takes up the papers that all attempts together absorbed or moved: one that half succeeded leaves the next less to
    /// do, and one that failed may have absorbed what stays a paper after all.</param>
    /// <param name="before">Called before each attempt to write, with the ids that the papers will have.</param>
    private async Task<(PaperRows Rows, List<PaperId?> Ids)> MergeAsync(
        string digestId, IReadOnlyList<Paper> brought, List<StoredPaper> gone, Func<List<PaperId?>, Task> before, bool likelyNew,
        CancellationToken cancellationToken)
    {
        var names = brought.SelectMany(PaperKey.Of).Select(k => k.ToId()).ToHashSet();
        for (var attempt = 1; ; attempt++)
        {
            var read = await papers.FindWithTargetsAsync(likelyNew && attempt == 1 ? [] : names, cancellationToken);
            var rows = new PaperRows(read, digestId, clock.GetUtcNow());
            var taken = brought.Select(rows.Take).ToList();
            List<PaperId?> ids = [.. taken.Select(id => id is { } known ? rows.Current(known) : (PaperId?)null)];
            gone.AddRange(rows.Absorbed.Concat(rows.Moved));

            // Papers before aliases: should we stop between the two, no name leads to a row whose content is lost.
            await before(ids);
            if (await papers.TryWriteAsync([.. rows.ChangedPapers], cancellationToken)
                && await papers.TryWriteAsync([.. rows.ChangedAliases], cancellationToken))
            {
                return (rows, ids);
            }

            if (attempt == MaxAttempts)
            {
                throw new IOException(
                    $"Digest {digestId}: the same papers kept changing under {MaxAttempts} attempts; they are tried again later.");
            }

            Log.Conflict(logger, digestId, attempt);
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
