using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryDigestTable : IDigestTable
{
    private readonly MemoryRows<string, Digest> _digests = new();
    private readonly MemoryRows<(string, int), DigestEntry> _entries = new();
    private readonly MemoryRows<string, PendingDigest> _pending = new();

    public Task<Versioned<Digest>?> FindAsync(string digestId, CancellationToken cancellationToken) =>
        Task.FromResult(_digests.Find(digestId) is { } found ? new Versioned<Digest>(found.Row, found.Version) : null);

    public Task<Versioned<Digest>?> TrySaveAsync(Versioned<Digest> row, CancellationToken cancellationToken) =>
        Task.FromResult(_digests.TryWrite(row.Value.Id, row.Value, row.Version) is { } version ? row with { Version = version } : null);

    public IAsyncEnumerable<Digest> ListAsync(Digest? after, CancellationToken cancellationToken) =>
        _digests.Keys.Select(k => _digests.Find(k)!.Value.Row).OrderByDescending(d => d.FirstUploadedAt)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .Where(d => after is null || d.FirstUploadedAt < after.FirstUploadedAt
                || (d.FirstUploadedAt == after.FirstUploadedAt && string.CompareOrdinal(d.Id, after.Id) > 0))
            .ToAsyncEnumerable();

    public Task RemoveAsync(Digest digest, CancellationToken cancellationToken)
    {
        _pending.Remove(digest.Id);
        _digests.Remove(digest.Id);
        return Task.CompletedTask;
    }

    public Task PutEntriesAsync(string listId, IReadOnlyCollection<DigestEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            _entries.Put((listId, entry.Rank), entry);
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<DigestEntry> EntriesAsync(string listId, int afterRank, CancellationToken cancellationToken) =>
        _entries.Keys.Where(k => k.Item1 == listId && k.Item2 > afterRank).OrderBy(k => k.Item2).Select(k => _entries.Find(k)!.Value.Row)
            .ToAsyncEnumerable();

    public Task RemoveEntriesAsync(string listId, CancellationToken cancellationToken)
    {
        foreach (var key in _entries.Keys.Where(k => k.Item1 == listId))
        {
            _entries.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task PutPendingAsync(PendingDigest pending, CancellationToken cancellationToken)
    {
        _pending.Put(pending.DigestId, pending);
        return Task.CompletedTask;
    }

    public Task RemovePendingAsync(string digestId, CancellationToken cancellationToken)
    {
        _pending.Remove(digestId);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<PendingDigest> PendingAsync(CancellationToken cancellationToken) =>
        _pending.Keys.Order(StringComparer.Ordinal).Select(k => _pending.Find(k)!.Value.Row).ToAsyncEnumerable();
}
