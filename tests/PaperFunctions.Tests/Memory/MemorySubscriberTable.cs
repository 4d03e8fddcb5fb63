using System.Collections.Concurrent;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Memory;

public sealed class MemorySubscriberTable : ISubscriberTable
{
    private readonly MemoryRows<string, Subscriber> _rows = new();
    private readonly ConcurrentDictionary<string, string> _addresses = new();

    public Task<Versioned<Subscriber>?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.Find(id) is { } found ? new Versioned<Subscriber>(found.Row, found.Version) : null);

    public Task<Versioned<Subscriber>?> TrySaveAsync(Versioned<Subscriber> row, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.TryWrite(row.Value.Id, row.Value, row.Version) is { } version ? row with { Version = version } : null);

    public Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        _rows.Remove(id);
        return Task.CompletedTask;
    }

    public Task<string?> FindByAddressAsync(string addressKey, CancellationToken cancellationToken) =>
        Task.FromResult(_addresses.GetValueOrDefault(addressKey));

    public Task<string> ClaimAddressAsync(string addressKey, string subscriberId, CancellationToken cancellationToken) =>
        Task.FromResult(_addresses.GetOrAdd(addressKey, subscriberId));

    public Task ReleaseAddressAsync(string addressKey, CancellationToken cancellationToken)
    {
        _addresses.TryRemove(addressKey, out _);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Subscriber> ListAsync(CancellationToken cancellationToken) =>
        _rows.Keys.Order(StringComparer.Ordinal).Select(k => _rows.Find(k)!.Value.Row).ToAsyncEnumerable();
}
