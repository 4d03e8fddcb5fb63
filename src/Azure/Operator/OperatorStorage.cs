using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Operator;

namespace PaperFunctions.Azure.Operator;

/// <summary>The operator's view of the storage account.</summary>
public sealed class OperatorStorage(PoisonQueues queues, TableServiceClient tables, BlobServiceClient blobs, TimeProvider clock)
    : IOperatorStorage
{
    private readonly TableClient _deliveries = tables.GetTableClient(TableNames.Deliveries);

    public Task<IReadOnlyList<QueueDepth>> QueuesAsync(CancellationToken cancellationToken) => queues.DepthsAsync(cancellationToken);

    public Task<int?> RetryAsync(string queue, CancellationToken cancellationToken) => queues.RetryAsync(queue, cancellationToken);

    public async IAsyncEnumerable<SettledDelivery> DeliveriesAsync(
        DateOnly from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime); day >= from; day = day.AddDays(-1))
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {SettledRows.Partition(day)}");
            await foreach (var entity in _deliveries.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                yield return SettledRows.Read(entity);
            }
        }
    }

    public async Task<bool> SettleFormatAsync(string name, string format, CancellationToken cancellationToken)
    {
        var blob = blobs.GetBlobContainerClient(DigestBlobs.Container).GetBlobClient(name);
        try
        {
            BlobProperties found = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            var metadata = new Dictionary<string, string>(found.Metadata) { [DigestBlobs.FormatMetadata] = format };
            await blob.SetMetadataAsync(metadata, new BlobRequestConditions { IfMatch = found.ETag }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }

    public async Task UploadAsync(string name, Stream content, CancellationToken cancellationToken) =>
        await blobs.GetBlobContainerClient(DigestBlobs.Container).GetBlobClient(name)
            .UploadAsync(content, overwrite: true, cancellationToken);
}
