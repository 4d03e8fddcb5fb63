using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>A table of digests in front of another, through which a run stops where it removes a certain list.</summary>
public sealed class StoppingAt(IDigestTable table, string stop) : IDigestTable
{
    public Task RemoveEntriesAsync(string listId, CancellationToken cancellationToken) =>
        listId == stop ? throw new OperationCanceledException() : table.RemoveEntriesAsync(listId, cancellationToken);

    public Task<Versioned<Digest>?> FindAsync(string key, CancellationToken cancellationToken) => table.FindAsync(key, cancellationToken);

    public Task<Versioned<Digest>?> TrySaveAsync(Versioned<Digest> row, CancellationToken cancellationToken) =>
        table.TrySaveAsync(row, cancellationToken);

    public Task RemoveAsync(Digest digest, CancellationToken cancellationToken) => table.RemoveAsync(digest, cancellationToken);

    public IAsyncEnumerable<Digest> ListAsync(Digest? after, CancellationToken cancellationToken) =>
        table.ListAsync(after, cancellationToken);

    public Task PutEntriesAsync(string listId, IReadOnlyCollection<DigestEntry> entries, CancellationToken cancellationToken) =>
        table.PutEntriesAsync(listId, entries, cancellationToken);

    public IAsyncEnumerable<DigestEntry> EntriesAsync(string listId, int afterRank, CancellationToken cancellationToken) =>
        table.EntriesAsync(listId, afterRank, cancellationToken);

    public Task PutPendingAsync(PendingDigest pending, CancellationToken cancellationToken) =>
        table.PutPendingAsync(pending, cancellationToken);

    public Task RemovePendingAsync(string digestId, CancellationToken cancellationToken) =>
        table.RemovePendingAsync(digestId, cancellationToken);

    public IAsyncEnumerable<PendingDigest> PendingAsync(CancellationToken cancellationToken) => table.PendingAsync(cancellationToken);
}
