using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Papers: partition = first hex digit of the id, row = id; a paper, or an alias with a <c>Target</c>.</summary>
public sealed class PaperTable(TableServiceClient service) : IPaperTable
{
    private const int ParallelReads = 32;

    private readonly TableClient _table = service.GetTableClient(TableNames.Papers);

    public async Task<IReadOnlyDictionary<PaperId,
        PaperRow>> FindAsync(IReadOnlyCollection<PaperId> ids, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<PaperId, PaperRow>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ids, options, async (id, token) =>
        {
            if (await _table.FindAsync(Partition(id), id.Value, token) is { } entity)
            {
                found[id] = FromEntity(entity);
            }
        });
        return found;
    }

    public Task<bool> TryWriteAsync(IReadOnlyCollection<PaperRow> rows, CancellationToken cancellationToken) =>
        _table.TrySubmitAsync(rows.Select(r => Conditional.WriteAction(ToEntity(r), r.Version)), cancellationToken);

    public async Task<int> RemoveAsync(IReadOnlyCollection<PaperRow> rows, CancellationToken cancellationToken)
    {
        var removed = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rows, options, async (row, token) =>
        {
            if (await _table.TryRemoveAsync(Partition(row.Id), row.Id.Value, new ETag(row.Version!), token))
            {
                Interlocked.Increment(ref removed);
            }
        });
        return removed;
    }

    private static string Partition(PaperId id) => id.Value[..1];

    private static TableEntity ToEntity(PaperRow row)
    {
        var entity = new TableEntity(Partition(row.Id), Rows.Key(row.Id.Value));
        if (row is PaperRow.Alias alias)
        {
            entity["Target"] = alias.Target.Value;
            return entity;
        }

        return StoredPapers.Fill(entity, ((PaperRow.Known)row).Stored);
    }

    private static PaperRow FromEntity(TableEntity entity)
    {
        var id = new PaperId(entity.RowKey);
        return entity.GetString("Target") is { } target
            ? new PaperRow.Alias(id, new PaperId(target), entity.ETag.ToString())
            : new PaperRow.Known(StoredPapers.Read(entity, id), entity.ETag.ToString());
    }
}
