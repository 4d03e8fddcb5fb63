using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Operations;

namespace PaperFunctions.Azure.Operations;

/// <summary>The operator's view of the storage account.</summary>
public sealed class AzureOperations(QueueDesk queues, TableServiceClient tables, BlobServiceClient blobs, TimeProvider clock) : IOperations
{
    private readonly TableClient _deliveries = tables.GetTableClient(TableNames.Deliveries);

    public Task<IReadOnlyList<QueueDepth>> QueuesAsync(CancellationToken cancellation) => queues.DepthsAsync(cancellation);

    public Task<int?> RetryAsync(string queue, CancellationToken cancellation) => queues.RetryAsync(queue, cancellation);

    public async IAsyncEnumerable<SettledDelivery> DeliveriesAsync(DateOnly from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime); day >= from; day = day.AddDays(-1))
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {SettledRows.Partition(day)}");
            await foreach (var entity in _deliveries.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            {
                yield return SettledRows.Read(entity);
            }
        }
    }

    public async Task UploadAsync(string name, Stream content, CancellationToken cancellation) =>
        await blobs.GetBlobContainerClient(DigestBlobs.Container).GetBlobClient(name).UploadAsync(content, overwrite: true, cancellation);
}
