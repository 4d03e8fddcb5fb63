using PaperFunctions.Flow.Subscribers.Plans;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryDueTable : IDueTable
{
    private readonly MemoryRows<(string Hour, string Id), Due> _rows = new();

    public Task PutAsync(IReadOnlyCollection<Due> dues, CancellationToken cancellationToken)
    {
        foreach (var due in dues)
        {
            _rows.Put(Key(due), due with { QueuedAt = null });
        }

        return Task.CompletedTask;
    }

    public Task MarkQueuedAsync(IReadOnlyCollection<Due> dues, DateTimeOffset queuedAt, CancellationToken cancellationToken)
    {
        foreach (var due in dues)
        {
            if (_rows.Find(Key(due)) is { } found && found.Row.At == due.At)
            {
                _rows.TryWrite(Key(due), found.Row with { QueuedAt = queuedAt }, found.Version);
            }
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyCollection<Due> dues, CancellationToken cancellationToken)
    {
        foreach (var due in dues.Where(due => _rows.Find(Key(due)) is { } found && found.Row.At == due.At))
        {
            _rows.Remove(Key(due));
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Due> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _rows.Keys.Order().Select(k => _rows.Find(k)!.Value.Row).Where(d => d.At <= now).ToList().ToAsyncEnumerable();

    private static (string, string) Key(Due due) => (due.At.UtcDateTime.ToString("yyyy-MM-ddTHH"), due.SubscriberId);
}
