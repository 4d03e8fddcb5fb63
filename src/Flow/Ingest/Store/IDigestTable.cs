using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Digest rows, the lists of their entries, and the note of what is stored but not yet indexed.</summary>
public interface IDigestTable : IVersionedTable<string, Digest>
{
    /// <summary>Digests by first upload, newest first.</summary>
    /// <param name="after">The list starts with the one that follows this; null for the newest. None of those before is read.</param>
    IAsyncEnumerable<Digest> ListAsync(Digest? after, CancellationToken cancellationToken);

    /// <summary>Removes a digest's row and the note that it waits for the index; its lists stay.</summary>
    Task RemoveAsync(Digest digest, CancellationToken cancellationToken);

    Task PutEntriesAsync(string listId, IReadOnlyCollection<DigestEntry> entries, CancellationToken cancellationToken);

    /// <summary>A list in the order of the digest.</summary>
    /// <param name="afterRank">Only entries with a higher rank.</param>
    IAsyncEnumerable<DigestEntry> EntriesAsync(string listId, int afterRank, CancellationToken cancellationToken);

    Task RemoveEntriesAsync(string listId, CancellationToken cancellationToken);

    /// <summary>Notes that a digest waits for the index; noting twice is noting once.</summary>
    Task PutPendingAsync(PendingDigest pending, CancellationToken cancellationToken);

    Task RemovePendingAsync(string digestId, CancellationToken cancellationToken);

    IAsyncEnumerable<PendingDigest> PendingAsync(CancellationToken cancellationToken);
}

public static class WholeLists
{
    public static IAsyncEnumerable<Digest> ListAsync(this IDigestTable table, CancellationToken cancellationToken) =>
        table.ListAsync(null, cancellationToken);

    public static IAsyncEnumerable<DigestEntry> EntriesAsync(this IDigestTable table, string listId, CancellationToken cancellationToken) =>
        table.EntriesAsync(listId, 0, cancellationToken);
}

/// <summary>An entry as a digest's list holds it; the paper itself is under its id.</summary>
public sealed record DigestEntry(int Rank, int Line, PaperId Paper, string Title);

/// <param name="TraceParent">W3C traceparent of the run that stored the digest, where one was recorded.</param>
public sealed record PendingDigest(string DigestId, DateTimeOffset Since, string? TraceParent = null);
