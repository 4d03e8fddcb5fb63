using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>The life of a digest's row: begun, completed, indexed; the newest content wins.</summary>
public sealed class DigestRows(IDigestTable table, TimeProvider clock)
{
    private const int MaxAttempts = 5;

    public Task<DigestRow?> FindAsync(string name, CancellationToken cancellationToken) =>
        table.FindAsync(Digest.IdOf(name), cancellationToken);

    /// <summary>Marks the content as being read. A later start takes over from an earlier one that has not completed.</summary>
    public Task<DigestRow> BeginAsync(DigestBlob blob, string hash, CancellationToken cancellationToken) =>
        ChangeAsync(Digest.IdOf(blob.Name), old => new Digest
        {
            Id = Digest.IdOf(blob.Name),
            Name = blob.Name,
            ContentHash = hash,
            FormatOverride = blob.FormatOverride,
            State = DigestState.Reading,
            FirstUploadedAt = old?.FirstUploadedAt ?? blob.UploadedAt,
            UploadedAt = blob.UploadedAt,
            PreviousListId = old?.ShownListId,
            Review = ReviewOf(old, hash, blob.FormatOverride),
        }, cancellationToken);

    /// <summary>A decision holds for one content read as one format. Content whose papers are in the tables needs none any more.</summary>
    private static ReviewDecision? ReviewOf(Digest? old, string hash, string? format) =>
        old?.ContentHash != hash || hash.Length == 0 || old.FormatOverride != format ? null
        : old.HasPapers ? ReviewDecision.Accepted : old.Review;

    /// <summary>An operator decided about the same content while a second run of it, which knew nothing of that, was still reading.</summary>
    private static bool WasDecided(Digest now, Digest digest) =>
        digest is { State: DigestState.NeedsReview, Review: null } && now.Review is not null
        && now.ContentHash == digest.ContentHash && now.FormatOverride == digest.FormatOverride;

    /// <summary>Writes what came of the content, and removes the list of the content that it replaces.</summary>
    /// <returns>False when a newer upload has taken over; its own run completes the row.</returns>
    public async Task<bool> CompleteAsync(DigestRow begun, Digest digest, CancellationToken cancellationToken)
    {
        for (var row = begun; ;)
        {
            if (await table.TrySaveAsync(row with { Digest = digest with { PreviousListId = null } }, cancellationToken) is not null)
            {
                await RemovePreviousAsync(digest, cancellationToken);
                return true;
            }

            row = await table.FindAsync(digest.Id, cancellationToken) ?? new DigestRow(digest, null);
            if (WasDecided(row.Digest, digest))
            {
                return false;
            }

            if (row.Digest.UploadedAt > digest.UploadedAt && row.Digest.ContentHash != digest.ContentHash)
            {
                await table.RemoveEntriesAsync(digest.ListId, cancellationToken);
                return false;
            }
        }
    }

    private Task RemovePreviousAsync(Digest digest, CancellationToken cancellationToken) =>
        digest.PreviousListId is { } previous && previous != digest.ListId
            ? table.RemoveEntriesAsync(previous, cancellationToken)
            : Task.CompletedTask;

    public Task NotePendingAsync(Digest digest, CancellationToken cancellationToken) =>
        table.PutPendingAsync(new PendingDigest(digest.Id, clock.GetUtcNow(), FlowActivity.Current), cancellationToken);

    /// <summary>Notes that a digest shall be read again; the next start of reading takes the note away.</summary>
    /// <returns>The digest, or null where there is none.</returns>
    public async Task<Digest?> NoteAgainAsync(string id, CancellationToken cancellationToken) =>
        await table.FindAsync(id, cancellationToken) is null ? null
            : (await ChangeAsync(id, now => now! with { AgainAskedAt = clock.GetUtcNow(), Review = now.State == DigestState.Refused ? null : now.Review }, cancellationToken)).Digest;

    /// <summary>Notes what an operator decided, where the digest waits for that. Refusing it is all that there is to do; what is accepted
    /// is to be read again.</summary>
    /// <param name="seen">What the operator was shown, <see cref="Digest.SeenAs"/>.</param>
    /// <returns>The digest as it is now; null where there is none, or where it is no longer what was shown.</returns>
    public async Task<Digest?> DecideAsync(string seen, ReviewDecision decision, CancellationToken cancellationToken)
    {
        var id = seen.Split('-')[0];
        if (!PaperId.TryParse(id, out _) || await table.FindAsync(id, cancellationToken) is not { } row || row.Digest.SeenAs != seen)
        {
            return null;
        }

        var decided = await ChangeAsync(id, now => now is not { State: DigestState.NeedsReview } || now.SeenAs != seen ? now! : now with
        {
            State = decision == ReviewDecision.Refused ? DigestState.Refused : DigestState.NeedsReview,
            Review = decision,
            AgainAskedAt = decision == ReviewDecision.Accepted ? clock.GetUtcNow() : null,
        }, cancellationToken);
        return decided.Digest.SeenAs == seen ? decided.Digest : null;
    }

    /// <summary>Marks the digest as indexed, unless other content has taken its place; that one has a message of its own.</summary>
    public async Task MarkIndexedAsync(Digest digest, int rejected, CancellationToken cancellationToken)
    {
        var row = await ChangeAsync(digest.Id, now => !IsSame(now, digest) ? now ?? digest : now! with
        {
            State = now.State == DigestState.Stored ? DigestState.Indexed : now.State,
            IndexedAt = clock.GetUtcNow(),
            RejectedDocuments = rejected,
        }, cancellationToken);
        if (IsSame(row.Digest, digest))
        {
            await table.RemovePendingAsync(digest.Id, cancellationToken);
        }
    }

    /// <summary>The same content, read at the same time: one that was read again may have brought other papers.</summary>
    private static bool IsSame(Digest? now, Digest then) => now?.ContentHash == then.ContentHash && now.StoredAt == then.StoredAt;

    private async Task<DigestRow> ChangeAsync(string id, Func<Digest?, Digest> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var old = await table.FindAsync(id, cancellationToken);
            if (await table.TrySaveAsync(new DigestRow(change(old?.Digest), old?.Version), cancellationToken) is { } saved)
            {
                return saved;
            }
        }

        throw new IOException($"The row of digest {id} kept changing under {MaxAttempts} attempts; the message is tried again later.");
    }
}
