using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryPaperTable : IPaperTable
{
    private readonly MemoryRows<PaperId, PaperRow> _rows = new();

    public Task<IReadOnlyDictionary<PaperId, PaperRow>> FindAsync(IReadOnlyCollection<PaperId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PaperId, PaperRow>>(ids.Distinct()
            .Select(id => (Id: id, Found: _rows.Find(id)))
            .Where(r => r.Found is not null)
            .ToDictionary(r => r.Id, r => r.Found!.Value.Row with { Version = r.Found.Value.Version }));

    public Task<bool> TryWriteAsync(IReadOnlyCollection<PaperRow> rows, CancellationToken cancellationToken)
    {
        var clean = true;
        foreach (var row in rows)
        {
            clean &= _rows.TryWrite(row.Id, row, row.Version) is not null;
        }

        return Task.FromResult(clean);
    }

    public Task<int> RemoveAsync(IReadOnlyCollection<PaperRow> rows, CancellationToken cancellationToken) =>
        Task.FromResult(rows.Count(row => _rows.Find(row.Id)?.Version == row.Version && _rows.Remove(row.Id)));
}
