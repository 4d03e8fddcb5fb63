using System.Runtime.CompilerServices;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryArrivalTable : IArrivalTable
{
    private readonly MemoryRows<(DateTimeOffset, string), StoredPaper> _rows = new();

    public Task PutAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        foreach (var paper in papers)
        {
            _rows.Put((paper.ArrivedAt, paper.Id.Value), paper);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlySet<PaperId>> FindAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<PaperId>>(
            papers.Where(p => _rows.Find((p.ArrivedAt, p.Id.Value)) is not null).Select(p => p.Id).ToHashSet());

    public Task RemoveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        foreach (var paper in papers)
        {
            _rows.Remove((paper.ArrivedAt, paper.Id.Value));
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredPaper> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var key in _rows.Keys.Where(k => k.Item1 >= from && k.Item1 < to).Order())
        {
            if (_rows.Find(key) is { } found)
            {
                yield return found.Row;
            }
        }
    }

    public Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.Keys.Where(k => DateOnly.FromDateTime(k.Item1.UtcDateTime) < before).Count(_rows.Remove));
}
