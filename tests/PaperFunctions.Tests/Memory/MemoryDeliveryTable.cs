using System.Collections.Concurrent;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryDeliveryTable : IDeliveryTable
{
    private readonly MemoryRows<(string, string), Delivery> _rows = new();

    /// <summary>Called before a ledger is removed; a run that is stopped in it removes nothing.</summary>
    public Action? BeforeRemoveAll { get; set; }

    public Task<Versioned<Delivery>?> FindAsync((string SubscriberId, string EditionKey) key, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.Find(key) is { } found ? new Versioned<Delivery>(found.Row, found.Version) : null);

    public Task<Versioned<Delivery>?> TrySaveAsync(Versioned<Delivery> row, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.TryWrite((row.Value.SubscriberId, row.Value.EditionKey), row.Value, row.Version) is { } version
            ? row with { Version = version }
            : null);

    public IAsyncEnumerable<Delivery> ListAsync(string subscriberId, CancellationToken cancellationToken) =>
        Of(subscriberId).OrderByDescending(d => d.EditionKey, StringComparer.Ordinal).ToAsyncEnumerable();

    public Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken)
    {
        BeforeRemoveAll?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var key in _rows.Keys.Where(k => k.Item1 == subscriberId))
        {
            _rows.Remove(key);
            Listed.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }

    public Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken) => Task.FromResult(_rows.Keys.Count(key =>
        _rows.Find(key)!.Value.Row is { IsSettled: true } row && DateOnly.FromDateTime(row.ChangedAt.UtcDateTime) < before
            && _rows.Remove(key)));

    public Task<SentPapers> SentPapersAsync(string subscriberId, DateOnly since, CancellationToken cancellationToken) =>
        Task.FromResult(new SentPapers(
            Since(subscriberId, since).Where(d => d.State is DeliveryState.Sent or DeliveryState.Claimed)
                .SelectMany(d => d.Picks.Select(p => p.Paper)).ToHashSet(),
            Since(subscriberId, since).Where(d => d.State == DeliveryState.Claimed).ToDictionary(d => d.EditionKey, d => d.LeaseUntil)));

    /// <summary>The settled deliveries that are listed, by subscriber and edition.</summary>
    public ConcurrentDictionary<(string SubscriberId, string EditionKey), Delivery> Listed { get; } = new();

    public Task ListSettledAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken)
    {
        foreach (var delivery in deliveries)
        {
            Listed[(delivery.SubscriberId, delivery.EditionKey)] = delivery;
        }

        return Task.CompletedTask;
    }

    public Task UnlistSettledAsync(Delivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult(Listed.TryRemove((delivery.SubscriberId, delivery.EditionKey), out _));

    private IEnumerable<Delivery> Since(string subscriberId, DateOnly since) =>
        Of(subscriberId).Where(d => string.CompareOrdinal(d.EditionKey, since.ToString("yyyy-MM-dd")) >= 0);

    private List<Delivery> Of(string subscriberId) =>
        [.. _rows.Keys.Where(k => k.Item1 == subscriberId).Select(k => _rows.Find(k)!.Value.Row)];
}
