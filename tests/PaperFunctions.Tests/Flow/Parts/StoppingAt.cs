using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>A table of digests in front of another, through which a run stops where it removes a certain list.</summary>
public sealed class StoppingAt(IDigestTable table, string listId) : IDigestTable
{
    public Task RemoveEntriesAsync(string removed, CancellationToken cancellationToken) =>
        removed == listId ? throw new OperationCanceledException() : table.RemoveEntriesAsync(removed, cancellationToken);

    public Task<Versioned<Digest>?> FindAsync(string key, CancellationToken cancellationToken) => table.FindAsync(key, cancellationToken);

    public Task<Versioned<Digest>?> TrySaveAsync(Versioned<Digest> row, CancellationToken cancellationToken) =>
        table.TrySaveAsync(row, cancellationToken);

    public IAsyncEnumerable<Digest> ListAsync(Digest? after, CancellationToken cancellationToken) =>
        table.ListAsync(after, cancellationToken);

    public Task PutEntriesAsync(string list, IReadOnlyCollection<DigestEntry> entries, CancellationToken cancellationToken) =>
        table.PutEntriesAsync(list, entries, cancellationToken);

    public IAsyncEnumerable<DigestEntry> EntriesAsync(string list, int afterRank, CancellationToken cancellationToken) =>
        table.EntriesAsync(list, afterRank, cancellationToken);

    public Task PutPendingAsync(PendingDigest pending, CancellationToken cancellationToken) =>
        table.PutPendingAsync(pending, cancellationToken);

    public Task RemovePendingAsync(string digestId, CancellationToken cancellationToken) =>
        table.RemovePendingAsync(digestId, cancellationToken);

    public IAsyncEnumerable<PendingDigest> PendingAsync(CancellationToken cancellationToken) => table.PendingAsync(cancellationToken);
}
