using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Subscribers: partition = first two hex digits of the id, row = id.
/// Table Addresses: partition = first two hex digits of the keyed hash, row = the hash.</summary>
public sealed class SubscriberTable(TableServiceClient service) : ISubscriberTable
{
    private readonly TableClient _subscribers = service.GetTableClient(TableNames.Subscribers);
    private readonly TableClient _addresses = service.GetTableClient(TableNames.Addresses);

    public async Task<Versioned<Subscriber>?> FindAsync(string id, CancellationToken cancellationToken) =>
        await _subscribers.FindAsync(Partition(id), Rows.Key(id), cancellationToken) is { } entity
            ? new Versioned<Subscriber>(Read(entity), entity.ETag.ToString())
            : null;

    public async Task<Versioned<Subscriber>?> TrySaveAsync(Versioned<Subscriber> row, CancellationToken cancellationToken)
    {
        var id = row.Value.Id;
        var entity = new TableEntity(Partition(id), Rows.Key(id)) { ["State"] = row.Value.State.ToString() }
            .WithText("Subscriber", JsonSerializer.Serialize(row.Value, RowJson.Readable.Subscriber));
        return await _subscribers.TryWriteAsync(entity, row.Version, cancellationToken) is { } version
            ? row with { Version = version }
            : null;
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        _subscribers.RemoveAsync(Partition(id), id, ETag.All, cancellationToken);

    public async Task<string?> FindByAddressAsync(string addressKey, CancellationToken cancellationToken) =>
        (await _addresses.FindAsync(Partition(addressKey), Rows.Key(addressKey), cancellationToken))?.GetString("Subscriber");

    public async Task<string> ClaimAddressAsync(string addressKey, string subscriberId, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(Partition(addressKey), Rows.Key(addressKey)) { ["Subscriber"] = subscriberId };
        return await FindByAddressAsync(addressKey, cancellationToken) is { } holder ? holder
            : await _addresses.TryWriteAsync(entity, null, cancellationToken) is not null ? subscriberId
            : await FindByAddressAsync(addressKey, cancellationToken) ?? subscriberId;
    }

    public Task ReleaseAddressAsync(string addressKey, CancellationToken cancellationToken) =>
        _addresses.RemoveAsync(Partition(addressKey), addressKey, ETag.All, cancellationToken);

    public async IAsyncEnumerable<Subscriber> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in _subscribers.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            yield return Read(entity);
        }
    }

    private static string Partition(string key) => key[..2];

    internal static Subscriber Read(TableEntity entity) =>
        JsonSerializer.Deserialize(entity.Text("Subscriber"), RowJson.Readable.Subscriber)
        ?? throw new JsonException($"The row {entity.PartitionKey}/{entity.RowKey} holds no subscriber.");
}
