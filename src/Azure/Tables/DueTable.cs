using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PaperFunctions.Flow.Subscribers.Plans;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Due: partition = UTC hour, row = subscriber id.</summary>
public sealed class DueTable(TableServiceClient service) : IDueTable
{
    private readonly TableClient _table = service.GetTableClient(TableNames.Due);

    public Task PutAsync(Due due, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(
            new TableEntity(Hour(due.At), Rows.Key(due.SubscriberId)) { ["At"] = due.At, ["Edition"] = due.EditionKey },
            TableUpdateMode.Replace, cancellationToken);

    public async Task MarkQueuedAsync(Due due, DateTimeOffset queuedAt, CancellationToken cancellationToken)
    {
        if (await FindAsync(due, cancellationToken) is { } entity)
        {
            entity["QueuedAt"] = queuedAt;
            await _table.TryWriteAsync(entity, entity.ETag.ToString(), cancellationToken);
        }
    }

    public async Task RemoveAsync(Due due, CancellationToken cancellationToken)
    {
        if (await FindAsync(due, cancellationToken) is { } entity)
        {
            await _table.RemoveAsync(entity.PartitionKey, entity.RowKey, entity.ETag, cancellationToken);
        }
    }

    public async IAsyncEnumerable<Due> ReadAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey le {Hour(now)}");
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var due = new Due(
                entity.RowKey, entity.GetDateTimeOffset("At")
                    ?? default, entity.GetString("Edition"), entity.GetDateTimeOffset("QueuedAt"));
            if (due.At <= now)
            {
                yield return due;
            }
        }
    }

    /// <summary>The row of exactly this instant; the same hour may hold a newer one.</summary>
    private async Task<TableEntity?> FindAsync(Due due, CancellationToken cancellationToken) =>
        await _table.FindAsync(Hour(due.At), Rows.Key(due.SubscriberId), cancellationToken) is { } entity
        && entity.GetDateTimeOffset("At") == due.At ? entity : null;

    private static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH");
}
