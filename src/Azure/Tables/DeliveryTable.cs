using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Deliveries: partition = subscriber id, row = edition key. Beside these, under the UTC day of a settled delivery
/// (<c>at-yyyy-MM-dd</c>), a row that leads to it: what was settled lately is found without scanning all subscribers.</summary>
public sealed class DeliveryTable(TableServiceClient service) : IDeliveryTable
{
    private static readonly string[] SentColumns = ["RowKey", "State", "Papers", "LeaseUntil"];

    private readonly TableClient _table = service.GetTableClient(TableNames.Deliveries);

    public async Task<Versioned<Delivery>?> FindAsync((string SubscriberId, string EditionKey) key, CancellationToken cancellationToken) =>
        await _table.FindAsync(Rows.Key(key.SubscriberId), Rows.Key(key.EditionKey), cancellationToken) is { } entity
            ? new Versioned<Delivery>(Read(entity), entity.ETag.ToString())
            : null;

    public async Task<Versioned<Delivery>?> TrySaveAsync(Versioned<Delivery> row, CancellationToken cancellationToken)
    {
        var delivery = row.Value;
        var entity = new TableEntity(Rows.Key(delivery.SubscriberId), Rows.Key(delivery.EditionKey))
        {
            ["State"] = delivery.State.ToString(),
            ["Papers"] = string.Join(',', delivery.Picks.Select(p => p.Paper)),
            ["LeaseUntil"] = delivery.LeaseUntil.ToUniversalTime(),
        }.WithText("Delivery", JsonSerializer.Serialize(delivery, RowJson.Readable.Delivery));
        return await _table.TryWriteAsync(entity, row.Version, cancellationToken) is { } version ? row with { Version = version } : null;
    }

    public Task ListSettledAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken) => _table.SubmitAsync(
        deliveries.Select(d => new TableTransactionAction(TableTransactionActionType.UpsertReplace, SettledRows.ToEntity(d))),
        cancellationToken);

    public Task UnlistSettledAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var entity = SettledRows.ToEntity(delivery);
        return _table.RemoveAsync(entity.PartitionKey, entity.RowKey, ETag.All, cancellationToken);
    }

    public IAsyncEnumerable<Delivery> ListAsync(string subscriberId, CancellationToken cancellationToken) =>
        AsyncEnumerable.Reverse(
            _table.QueryAsync<TableEntity>(InPartition(subscriberId), cancellationToken: cancellationToken).Select(Read));

    public async Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken)
    {
        await foreach (var delivery in ListAsync(subscriberId, cancellationToken).Where(d => d.IsSettled))
        {
            await UnlistSettledAsync(delivery, cancellationToken);
        }

        await _table.RemoveAllAsync(InPartition(subscriberId), cancellationToken);
    }

    /// <remarks>The row goes before the one that leads to it: what a stop leaves is found again.</remarks>
    public async Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken)
    {
        var expired = 0;
        var first = SettledRows.Partition(DateOnly.MinValue);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {SettledRows.Partition(before)}");
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            await _table.RemoveAsync(entity.GetString("Subscriber"), entity.GetString("Edition"), ETag.All, cancellationToken);
            await _table.RemoveAsync(entity.PartitionKey, entity.RowKey, ETag.All, cancellationToken);
            expired++;
        }

        return expired;
    }

    public async Task<SentPapers> SentPapersAsync(string subscriberId, DateOnly since, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {subscriberId} and RowKey ge {since.ToString("yyyy-MM-dd")}");
        var (sent, claims) = (new HashSet<PaperId>(), new Dictionary<string, DateTimeOffset>());
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, null, SentColumns, cancellationToken))
        {
            if (entity.GetString("State") == nameof(DeliveryState.Claimed))
            {
                claims[entity.RowKey] = entity.GetDateTimeOffset("LeaseUntil") ?? default;
            }

            if (entity.GetString("State") is nameof(DeliveryState.Sent) or nameof(DeliveryState.Claimed))
            {
                sent.UnionWith(
                    (entity.GetString("Papers") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => new PaperId(p)));
            }
        }

        return new SentPapers(sent, claims);
    }

    private static string InPartition(string subscriberId) => TableClient.CreateQueryFilter($"PartitionKey eq {subscriberId}");

    private static Delivery Read(TableEntity entity) =>
        JsonSerializer.Deserialize(entity.Text("Delivery"), RowJson.Readable.Delivery)
        ?? throw new JsonException($"The row {entity.PartitionKey}/{entity.RowKey} holds no delivery.");
}
