using Azure;
using Azure.Data.Tables;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>Table LookUps: partition <c>due</c>, row = the paper's id; partition <c>pause</c>, row = the catalogue's name.</summary>
public sealed class LookUpTable(TableServiceClient service, TimeProvider clock) : ILookUpTable
{
    private const string Due = "due";
    private const string Pause = "pause";

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
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Due} and At le {now}");
        var found = await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(entity => new LookUpDue(new PaperId(entity.RowKey), At(entity), entity.GetInt32("Attempts") ?? 0)
            {
                Asked = (entity.GetString("Asked") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries),
            })
            .ToListAsync(cancellationToken);
        return [.. found.OrderBy(d => d.At).ThenBy(d => d.Paper.Value, StringComparer.Ordinal).Take(most)];
    }

    public async Task<(int Now, int Later)> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Due}");
        var all = await _table.QueryAsync<TableEntity>(filter, 1000, ["At"], cancellationToken).Select(At).ToListAsync(cancellationToken);
        return (all.Count(at => at <= now), all.Count(at => at > now));
    }

    public async Task PostponeAsync(LookUpDue due, CancellationToken cancellationToken) =>
        await _table.UpsertEntityAsync(Entity(due), TableUpdateMode.Replace, cancellationToken);

    public async Task RemoveAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken)
    {
        foreach (var id in papers)
        {
            await _table.RemoveAsync(Due, id.Value, ETag.All, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<LookUpPause>> PausesAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Pause}");
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(entity => new LookUpPause(entity.RowKey, At(entity), entity.GetInt32("Failures") ?? 0,
                entity.GetString("Reason") ?? ""))
            .ToListAsync(cancellationToken);
    }

    public async Task PutPauseAsync(LookUpPause pause, CancellationToken cancellationToken) => await _table.UpsertEntityAsync(
        new TableEntity(Pause, Rows.Key(pause.Service)) { ["At"] = pause.Until, ["Failures"] = pause.Failures, ["Reason"] = pause.Reason },
        TableUpdateMode.Replace, cancellationToken);

    public Task RemovePauseAsync(string service, CancellationToken cancellationToken) =>
        _table.RemoveAsync(Pause, service, ETag.All, cancellationToken);

    private static DateTimeOffset At(TableEntity entity) => entity.GetDateTimeOffset("At") ?? default;

    private static TableEntity Entity(LookUpDue due) => new(Due, Rows.Key(due.Paper.Value))
    {
        ["At"] = due.At, ["Attempts"] = due.Attempts, ["Asked"] = string.Join(',', due.Asked),
    };
}
