using PaperFunctions.Flow.Editions.Events;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryMailEventTable : IMailEventTable
{
    private readonly MemoryRows<string, ReturnedMail> _rows = new();

    public Task<bool> HasAsync(MailEvent reported, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.Find(reported.Key) is not null);

    public Task PutAsync(ReturnedMail returned, CancellationToken cancellationToken)
    {
        _rows.Put(returned.Key, returned);
        return Task.CompletedTask;
    }

    public Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken) =>
        Task.FromResult(Remove(r => r.SubscriberId == subscriberId));

    public Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken) =>
        Task.FromResult(Remove(r => DateOnly.FromDateTime(r.At.UtcDateTime) < before));

    public IAsyncEnumerable<ReturnedMail> ReadAsync(DateOnly from, CancellationToken cancellationToken) => _rows.Keys
        .Select(k => _rows.Find(k)!.Value.Row).Where(r => DateOnly.FromDateTime(r.At.UtcDateTime) >= from)
        .OrderByDescending(r => r.At).ToAsyncEnumerable();

    private int Remove(Func<ReturnedMail, bool> which) => _rows.Keys.Count(k => which(_rows.Find(k)!.Value.Row) && _rows.Remove(k));
}
