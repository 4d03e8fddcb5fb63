using System.Collections.Concurrent;

namespace PaperFunctions.Tests.Memory;

/// <summary>Rows with versions, as the contracts of the tables ask: written only as they were read.</summary>
internal sealed class MemoryRows<TKey, TRow>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (TRow Row, string Version)> _rows = new();
    private int _versions;

    public ICollection<TKey> Keys => _rows.Keys;

    public (TRow Row, string Version)? Find(TKey key) => _rows.TryGetValue(key, out var found) ? found : null;

    /// <returns>The new version, or null when the row had changed meanwhile.</returns>
    public string? TryWrite(TKey key, TRow row, string? version)
    {
        var next = (row, $"v{Interlocked.Increment(ref _versions)}");
        if (version is null)
        {
            return _rows.TryAdd(key, next) ? next.Item2 : null;
        }

        return _rows.TryGetValue(key, out var old) && old.Version == version && _rows.TryUpdate(key, next, old) ? next.Item2 : null;
    }

    public void Put(TKey key, TRow row) => _rows[key] = (row, $"v{Interlocked.Increment(ref _versions)}");

    public bool Remove(TKey key) => _rows.TryRemove(key, out _);
}
