using Azure;
using Azure.Data.Tables;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>Table LookUps: partition <c>due</c>, row = the paper's id.</summary>
public sealed class LookUpTable(TableServiceClient service, TimeProvider clock) : ILookUpTable
{
    private const string Partition = "due";

    private readonly TableClient _table = service.GetTableClient(TableNames.LookUps);

    public async Task AddAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(papers.Chunk(100), options, async (chunk, token) =>
        {
            if (!await _table.TrySubmitAsync(chunk.Select(id => Conditional.WriteAction(Entity(new LookUpDue(id, now, 0)), null)), token))
            {
                // One that is noted already takes the whole transaction back.
                foreach (var id in chunk)
                {
                    await _table.TryWriteAsync(Entity(new LookUpDue(id, now, 0)), null, token);
                }
            }
        });
    }

    public async Task<IReadOnlyList<LookUpDue>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and At le {now}");
        var found = new List<LookUpDue>();
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(new LookUpDue(new PaperId(entity.RowKey), entity.GetDateTimeOffset("At") ?? default, entity.GetInt32("Attempts")
                ?? 0));
        }

        return [.. found.OrderBy(d => d.At).ThenBy(d => d.Paper.Value, StringComparer.Ordinal).Take(most)];
    }

    public async Task PostponeAsync(LookUpDue due, CancellationToken cancellationToken) =>
        await _table.UpsertEntityAsync(Entity(due), TableUpdateMode.Replace, cancellationToken);

    public async Task RemoveAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken)
    {
        foreach (var id in papers)
        {
            await _table.RemoveAsync(Partition, id.Value, ETag.All, cancellationToken);
        }
    }

    private static TableEntity Entity(LookUpDue due) =>
        new(Partition, Rows.Key(due.Paper.Value)) { ["At"] = due.At, ["Attempts"] = due.Attempts };
}
