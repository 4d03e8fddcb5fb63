using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>The life of a digest's row: begun, completed, indexed; the newest content wins.</summary>
public sealed partial class DigestRows(IDigestTable table, TimeProvider clock)
{
    /// <summary>Names the build of the formats.</summary>
    private static readonly string Reader = typeof(DigestReader).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public Task<Versioned<Digest>?> FindAsync(string name, CancellationToken cancellationToken) =>
        table.FindAsync(Digest.IdOf(name), cancellationToken);

    /// <summary>Marks the content as being read. A later start takes over from an earlier one that has not completed.</summary>
    public Task<Versioned<Digest>> BeginAsync(DigestBlob blob, string hash, CancellationToken cancellationToken) =>
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
            FormerLists = FormerOf(old, hash),
            Progress = ProgressOf(old, hash, blob.FormatOverride),
            Receipt = new Receipt { Entries = ProgressOf(old, hash, blob.FormatOverride).Entries },
            Review = ReviewOf(old, hash, blob.FormatOverride),
        }, cancellationToken);

    /// <summary>A run of the same content by the same build goes on where the one before it was cut short.</summary>
    private ReadingProgress ProgressOf(Digest? old, string hash, string? format) =>
        old is { State: DigestState.Reading, Progress: { } known } && hash.Length > 0 && old.ContentHash == hash
        && old.FormatOverride == format && known.Reader == Reader
            ? known with { At = clock.GetUtcNow() }
            : new ReadingProgress(0, 0, clock.GetUtcNow(), Reader);

    /// <summary>Notes how far reading has come; what others have noted beyond that stays.</summary>
    /// <returns>False where other content has taken over.</returns>
    public async Task<bool> NoteProgressAsync(Digest digest, int entries, int newPapers, CancellationToken cancellationToken)
    {
        var taken = false;
        await table.UpdateAsync(
            digest.Id, null,
            now =>
            {
                taken = now is null || now.ListId != digest.ListId;
                return taken || now!.State != DigestState.Reading || now.Progress?.Entries > entries ? null : now with
                {
                    Progress = new ReadingProgress(entries, newPapers, clock.GetUtcNow(), Reader),
                    Receipt = now.Receipt with { Entries = entries },
                };
            },
            cancellationToken);
        return !taken;
    }

    /// <summary>Lists of papers that have arrived and are not in the index yet, those of content that was cut short included.</summary>
    private static IReadOnlyList<string> FormerOf(Digest? old, string hash)
    {
        if (old is null)
        {
            return [];
        }

        var isWaiting = old.ContentHash != hash && old.ContentHash.Length > 0 && (old.State == DigestState.Reading || old.AwaitsIndex);
        string?[] left = [isWaiting ? old.ListId : null, old.IsSettled ? old.PreviousListId : null];
        return [.. old.FormerLists.Concat(left.OfType<string>()).Distinct()];
    }

    /// <summary>A decision holds for one content read as one format. Content whose papers are in the tables needs none any more.</summary>
    private static ReviewDecision? ReviewOf(Digest? old, string hash, string? format) =>
        old?.ContentHash != hash || hash.Length == 0 || old.FormatOverride != format ? null
        : old.HasPapers ? ReviewDecision.Accepted : old.Review;

    /// <summary>An operator decided about the same content while a second run of it, which knew nothing of that, was still
    /// reading.</summary>
    private static bool WasDecided(Digest now, Digest digest) =>
        digest is { State: DigestState.NeedsReview, Review: null } && now.Review is not null
        && now.ContentHash == digest.ContentHash && now.FormatOverride == digest.FormatOverride;

    /// <summary>Writes what came of the content, and removes the list of the content that it replaces,
    /// where that is in the index.</summary>
    /// <returns>The row as written; null when a newer upload has taken over, whose own run completes the row.</returns>
    public async Task<Digest?> CompleteAsync(Versioned<Digest> begun, Digest digest, CancellationToken cancellationToken)
    {
        var newer = false;
        var saved = await table.UpdateAsync(
            digest.Id, begun,
            now =>
            {
                newer = now is not null && IsNewer(now, digest);
                return newer || (now is not null && WasDecided(now, digest)) ? null : Completed(digest, FormerOf(now, digest.ContentHash));
            },
            cancellationToken);
        if (saved is null && newer)
        {
            await LeaveAsync(digest, cancellationToken);
        }

        return saved is null ? null : await RemovePreviousAsync(saved.Value, cancellationToken);
    }

    /// <summary>The list of the content before is named until it is removed: a run that stops in between leaves no list that nobody
    /// knows.</summary>
    private static Digest Completed(Digest digest, IReadOnlyList<string> former) => digest with
    {
        PreviousListId = digest.PreviousListId is { } previous && previous != digest.ListId && !former.Contains(previous) ? previous : null,
        Progress = null,
        FormerLists = former,
    };

    /// <summary>Removes the list of the content that this one has replaced, where that was not done yet.</summary>
    /// <returns>The row as it is now.</returns>
    public async Task<Digest> RemovePreviousAsync(Digest digest, CancellationToken cancellationToken)
    {
        if (digest is not { IsSettled: true, PreviousListId: { } previous })
        {
            return digest;
        }

        await table.RemoveEntriesAsync(previous, cancellationToken);
        var saved = await table.UpdateAsync(
            digest.Id, null,
            now => now is { IsSettled: true } && now.PreviousListId == previous
                ? now with { PreviousListId = null }
                : null, cancellationToken);
        return saved?.Value ?? digest with { PreviousListId = null };
    }

    /// <summary>Hands the list of content that another took over from to that one: its papers have arrived, and belong into the
    /// index.</summary>
    /// <returns>The row as it is now; null where it still is this content's.</returns>
    public async Task<Digest?> LeaveAsync(Digest digest, CancellationToken cancellationToken) => (await table.UpdateAsync(
        digest.Id, null,
        now => now is null || now.ListId == digest.ListId ? null
            : now with { FormerLists = [.. now.FormerLists.Append(digest.ListId).Distinct()] },
        cancellationToken))?.Value;

    /// <summary>Writes the row of a file that cannot be read because of its name.</summary>
    public async Task<Digest> RefuseNameAsync(string name, CancellationToken cancellationToken) => (await ChangeAsync(
        Digest.IdOf(name),
        now => (now ?? new Digest { Id = Digest.IdOf(name), Name = name, FirstUploadedAt = clock.GetUtcNow() }) with
        {
            State = DigestState.Failed,
            UploadedAt = clock.GetUtcNow(),
            StoredAt = clock.GetUtcNow(),
            Receipt = new Receipt { ProblemCount = 1,
                Problems =
                    [new Problem(0, "The file cannot be read, because a part of its name is '.' or '..'. Drop it under another name.")] },
        },
        cancellationToken)).Value;

    /// <summary>Ends a digest whose file was removed while it was being read. What it had brought by then stays.</summary>
    /// <returns>The row, or null where nothing was being read.</returns>
    public async Task<Digest?> EndRemovedAsync(string name, CancellationToken cancellationToken) => (await table.UpdateAsync(
        Digest.IdOf(name), null,
        now => now is not { State: DigestState.Reading } ? null : now with
        {
            State = DigestState.Failed,
            StoredAt = clock.GetUtcNow(),
            PreviousListId = null,
            Progress = null,
            FormerLists = [.. now.FormerLists.Append(now.ShownListId).Append(now.ListId).Distinct()],
            Receipt = new Receipt { ProblemCount = 1,
                Problems = [new Problem(0, "The file was removed while it was being read. Drop it again to have all of its papers.")] },
        },
        cancellationToken))?.Value;

    private static bool IsNewer(Digest now, Digest digest) => now.UploadedAt > digest.UploadedAt && now.ContentHash != digest.ContentHash;

    /// <summary>Notes that a digest shall be read again; the next start of reading takes the note away.</summary>
    /// <returns>The digest, or null where there is none.</returns>
    public async Task<Digest?> NoteAgainAsync(string id, CancellationToken cancellationToken) =>
        await table.FindAsync(id, cancellationToken) is null ? null
            : (await ChangeAsync(
                id, now => now! with { AgainAskedAt = clock.GetUtcNow(), Review = now.State == DigestState.Refused ? null : now.Review },
                cancellationToken)).Value;

    /// <summary>Notes what an operator decided, where the digest waits for that. Refusing it is all that there is to do; what is accepted
    /// is to be read again.</summary>
    /// <param name="seen">What the operator was shown, <see cref="Digest.SeenAs"/>.</param>
    /// <returns>The digest as it is now; null where there is none, or where it is no longer what was shown.</returns>
    public async Task<Digest?> DecideAsync(string seen, ReviewDecision decision, CancellationToken cancellationToken)
    {
        var id = seen.Split('-')[0];
        if (!PaperId.TryParse(id, out _) || await table.FindAsync(id, cancellationToken) is not { } row || row.Value.SeenAs != seen)
        {
            return null;
        }

        var decided = await ChangeAsync(id, now => now is not { State: DigestState.NeedsReview } || now.SeenAs != seen ? now! : now with
        {
            State = decision == ReviewDecision.Refused ? DigestState.Refused : DigestState.NeedsReview,
            Review = decision,
            AgainAskedAt = decision == ReviewDecision.Accepted ? clock.GetUtcNow() : null,
        }, cancellationToken);
        return decided.Value.SeenAs == seen ? decided.Value : null;
    }

    private async Task<Versioned<Digest>> ChangeAsync(string id, Func<Digest?, Digest> change, CancellationToken cancellationToken) =>
        (await table.UpdateAsync(id, null, change, cancellationToken))!;
}
