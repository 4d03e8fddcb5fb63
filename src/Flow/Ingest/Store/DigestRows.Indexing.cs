using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <content>The end of a digest's way: noted as waiting for the search index, then marked as in it.</content>
public sealed partial class DigestRows
{
    public Task NotePendingAsync(Digest digest, CancellationToken cancellationToken) =>
        table.PutPendingAsync(new PendingDigest(digest.Id, clock.GetUtcNow(), FlowActivity.Current), cancellationToken);

    /// <summary>Marks the digest as indexed, unless other content has taken its place; that one has a message of its own. The former lists
    /// that it had are in the index too and go, but for the one that is still shown.</summary>
    public async Task MarkIndexedAsync(Digest digest, int rejected, CancellationToken cancellationToken)
    {
        // The lists before the row that names them: what a stop leaves is removed by the next run.
        var row = (await table.FindAsync(digest.Id, cancellationToken))?.Value ?? digest;
        foreach (var list in digest.FormerLists.Where(list => list != row.ListId && list != row.ShownListId))
        {
            await table.RemoveEntriesAsync(list, cancellationToken);
        }

        await table.UpdateAsync(digest.Id, null, now => Indexed(now ?? digest, digest, rejected), cancellationToken);
        await RemovePendingAsync(digest.Id, cancellationToken);
    }

    /// <summary>Takes away the note that a digest waits for the index, where it does not.</summary>
    public async Task RemovePendingAsync(string id, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(id, cancellationToken) is { Value: var row } && (row.AwaitsIndex || row.State == DigestState.Reading))
        {
            return;
        }

        await table.RemovePendingAsync(id, cancellationToken);
        if (await table.FindAsync(id, cancellationToken) is { Value.AwaitsIndex: true } newer)
        {
            await NotePendingAsync(newer.Value, cancellationToken); // other content came in between, and we took its note
        }
    }

    private Digest Indexed(Digest now, Digest then, int rejected)
    {
        now = now with { FormerLists = [.. now.FormerLists.Except(then.FormerLists)] };
        return !then.HasPapers || then.IndexedAt is not null || !IsSame(now, then) ? now : now with
        {
            State = now.State == DigestState.Stored ? DigestState.Indexed : now.State,
            IndexedAt = clock.GetUtcNow(),
            RejectedDocuments = rejected,
        };
    }

    /// <summary>The same content, read at the same time: one that was read again may have brought other papers.</summary>
    private static bool IsSame(Digest? now, Digest then) => now?.ContentHash == then.ContentHash && now.StoredAt == then.StoredAt;
}
