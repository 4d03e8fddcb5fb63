using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryMailCountTable : IMailCountTable
{
    private readonly MemoryRows<string, MailCount> _rows = new();

    public Task<Versioned<MailCount>?> FindAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.Find(key) is { } found ? new Versioned<MailCount>(found.Row, found.Version) : null);

    public Task<Versioned<MailCount>?> TrySaveAsync(Versioned<MailCount> row, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.TryWrite(row.Value.Key, row.Value, row.Version) is { } version ? row with { Version = version } : null);

    public Task<int> ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.Keys.Count(k => _rows.Find(k)!.Value.Row.Until < before && _rows.Remove(k)));
}
