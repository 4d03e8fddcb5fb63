using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Operator;

/// <summary>Removes a digest and the papers that it alone has brought. May run twice and stop anywhere: the digest's row goes
/// last.</summary>
/// <remarks>What was mailed stays in the ledger, and votes stay with whoever cast them.</remarks>
public sealed class RemoveDigest(
    IOperatorStorage storage, IDigestTable digests, IPaperTable papers, IArrivalTable arrivals, ILookUpTable lookUps, IPaperIndex index)
{
    private const int ChunkSize = 200;
    private const int MaxAttempts = 10;

    /// <returns>The digest's name and how many papers went with it; null if there is no such digest.</returns>
    /// <exception cref="IndexUnavailableException">Search is down; what is left is removed when it is asked for again.</exception>
    /// <exception cref="IOException">Papers kept changing meanwhile; likewise.</exception>
    public async Task<RemovedDigest?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await digests.FindAsync(id, cancellationToken) is not { Value: var digest })
        {
            return null;
        }

        // The file first: while it is there, a trigger may read it again.
        await storage.RemoveFilesAsync(digest, cancellationToken);
        var removed = 0;
        string[] lists = [.. digest.FormerLists.Append(digest.PreviousListId).Append(digest.ListId).OfType<string>().Distinct()];
        foreach (var list in lists)
        {
            await foreach (var chunk in digests.EntriesAsync(list, cancellationToken).ChunksAsync(ChunkSize, cancellationToken))
            {
                removed += await RemovePapersAsync(id, chunk, cancellationToken);
            }
        }

        foreach (var list in lists)
        {
            await digests.RemoveEntriesAsync(list, cancellationToken);
        }

        await digests.RemoveAsync(digest, cancellationToken);
        return new RemovedDigest(digest.Name, removed);
    }

    /// <summary>Starts again with those that another digest changed meanwhile.</summary>
    private async Task<int> RemovePapersAsync(string digest, IReadOnlyList<DigestEntry> entries, CancellationToken cancellationToken)
    {
        var removed = 0;
        PaperId[] ids = [.. entries.Select(e => e.Paper).Distinct()];
        // A paper under two titles keeps one of them; the other names it still.
        var titles = entries.SelectMany(e => PaperKey.Of(new Paper { Title = e.Title })).Select(key => key.ToId()).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var rows = await papers.FindWithTargetsAsync(ids, cancellationToken);
            var named = rows.Values.OfType<PaperRow.Known>().Where(r => r.Stored.Digests.Contains(digest)).ToList();
            if (named.Count == 0)
            {
                return removed;
            }

            if (attempt > MaxAttempts)
            {
                throw new IOException("Papers of the digest kept changing while it was removed. Remove it once more.");
            }

            var (alone, shared) = (named.FindAll(r => r.Stored.Digests.Count == 1), named.FindAll(r => r.Stored.Digests.Count > 1));
            await papers.TryWriteAsync([.. shared.Select(r => r with { Stored = Without(r.Stored, digest) })], cancellationToken);
            removed += await RemoveAloneAsync(alone, titles, cancellationToken);
        }
    }

    /// <summary>A paper leaves search, then the candidates, then its other names, and last its row, by which a second run finds it
    /// again.</summary>
    private async Task<int> RemoveAloneAsync(
        List<PaperRow.Known> alone, IEnumerable<PaperId> titles, CancellationToken cancellationToken)
    {
        if (alone.Count == 0)
        {
            return 0;
        }

        PaperId[] ids = [.. alone.Select(r => r.Id)];
        await index.RemoveAsync(ids, cancellationToken);
        await arrivals.RemoveAsync([.. alone.Select(r => r.Stored)], cancellationToken);
        await lookUps.RemoveAsync(ids, cancellationToken);
        var names = alone.SelectMany(r => PaperKey.Of(r.Stored.Paper).Select(k => k.ToId()).Concat(r.Stored.FormerIds))
            .Concat(titles).Except(ids).ToList();
        var aliases = (await papers.FindAsync(names, cancellationToken)).Values.OfType<PaperRow.Alias>().Where(a => ids.Contains(a.Target));
        await papers.RemoveAsync([.. aliases], cancellationToken);
        return await papers.RemoveAsync(alone, cancellationToken);
    }

    private static StoredPaper Without(StoredPaper paper, string digest) =>
        paper with { Digests = [.. paper.Digests.Where(d => d != digest)] };
}

/// <param name="Papers">That went with it.</param>
public sealed record RemovedDigest(string Name, int Papers);
