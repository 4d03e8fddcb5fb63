using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PaperFunctions.Flow.Subscribers.Plans;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Due: partition = UTC hour, row = subscriber id.</summary>
public sealed class DueTable(TableServiceClient service) : IDueTable
{
    /// <summary>From so many rows of an hour on, one query for the range between the first and the last
    /// is cheaper than a look at each.</summary>
    private const int WorthARange = 20;

    private readonly TableClient _table = service.GetTableClient(TableNames.Due);

    public Task PutAsync(IReadOnlyCollection<Due> dues, CancellationToken cancellationToken) => _table.SubmitAsync(
        dues.Select(due => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ToEntity(due))), cancellationToken);

    public Task MarkQueuedAsync(IReadOnlyCollection<Due> dues, DateTimeOffset queuedAt, CancellationToken cancellationToken) => ChangeAsync(
        dues,
        entity =>
        {
            entity["QueuedAt"] = queuedAt;
            return new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, entity.ETag);
        },
        cancellationToken);

    public Task RemoveAsync(IReadOnlyCollection<Due> dues, CancellationToken cancellationToken) => ChangeAsync(
        dues, entity => new TableTransactionAction(TableTransactionActionType.Delete, entity, entity.ETag), cancellationToken);

    public async IAsyncEnumerable<Due> ReadAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey le {Hour(now)}");
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var due = new Due(
                entity.RowKey, At(entity), entity.GetString("Edition"), entity.GetDateTimeOffset("QueuedAt"),
                entity.GetDateTimeOffset("Cutoff"));
            if (due.At <= now)
            {
                yield return due;
            }
        }
    }

    /// <summary>Changes the rows of exactly these instants that are there; the same hour may hold newer ones.</summary>
    private async Task ChangeAsync(
        IReadOnlyCollection<Due> dues, Func<TableEntity, TableTransactionAction> change, CancellationToken cancellationToken)
    {
        foreach (var hour in dues.GroupBy(due => Hour(due.At)).SelectMany(hour => hour.Chunk(Transactions.MaxEntities)))
        {
            var actions = (await FindAsync(hour, cancellationToken)).Select(change).ToList();
            if (actions.Count > 0 && !await _table.TrySubmitAsync(actions, cancellationToken) && actions.Count > 1)
            {
                // One row that somebody else has changed meanwhile takes the whole transaction back; that one stays as it is.
                await Parallel.ForEachAsync(actions, cancellationToken,
                    async (action, token) => await _table.TrySubmitAsync([action], token));
            }
        }
    }

    /// <param name="dues">Of one hour.</param>
    private async Task<List<TableEntity>> FindAsync(Due[] dues, CancellationToken cancellationToken)
    {
        var wanted = dues.DistinctBy(due => due.SubscriberId).ToDictionary(due => due.SubscriberId, due => due.At);
        IAsyncEnumerable<TableEntity?> found = dues.Length < WorthARange
            ? wanted.ToAsyncEnumerable().Select(async (due, token) => await _table.FindAsync(Hour(due.Value), Rows.Key(due.Key), token))
            : _table.QueryAsync<TableEntity>(RangeOf(Hour(dues[0].At), wanted.Keys), cancellationToken: cancellationToken);
        return await found.OfType<TableEntity>().Where(entity => wanted.TryGetValue(entity.RowKey, out var at) && at == At(entity))
            .ToListAsync(cancellationToken);
    }

    private static string RangeOf(string hour, IReadOnlyCollection<string> ids)
    {
        var (first, last) = (ids.Min(StringComparer.Ordinal), ids.Max(StringComparer.Ordinal));
        return TableClient.CreateQueryFilter($"PartitionKey eq {hour} and RowKey ge {first} and RowKey le {last}");
    }

    private static TableEntity ToEntity(Due due) => new(Hour(due.At), Rows.Key(due.SubscriberId))
    {
        ["At"] = due.At, ["Edition"] = due.EditionKey, ["Cutoff"] = due.Cutoff,
    };

    private static DateTimeOffset At(TableEntity entity) => entity.GetDateTimeOffset("At") ?? default;

    private static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH");
}
