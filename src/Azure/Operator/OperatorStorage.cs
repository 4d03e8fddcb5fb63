using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Operator;

/// <summary>The operator's view of the storage account.</summary>
public sealed class OperatorStorage(PoisonQueues queues, TableServiceClient tables, BlobServiceClient blobs, TimeProvider clock)
    : IOperatorStorage
{
    private static readonly string[] VoteColumns = ["PartitionKey", "Value", "At", "EditionDay"];

    private readonly TableClient _votes = tables.GetTableClient(TableNames.Votes);
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

    public async Task<DayOutcomes> OutcomesAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {SettledRows.Partition(day)}");
        await foreach (var entity in _deliveries.QueryAsync<TableEntity>(filter, null, ["State"], cancellationToken))
        {
            var state = entity.GetString("State");
            counts[state] = counts.GetValueOrDefault(state) + 1;
        }

        int Of(DeliveryState state) => counts.GetValueOrDefault(state.ToString());
        return new DayOutcomes(Of(DeliveryState.Sent), Of(DeliveryState.Skipped), Of(DeliveryState.Failed));
    }

    public IAsyncEnumerable<CountedVote> VotesAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"At ge {new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero)}");
        return _votes.QueryAsync<TableEntity>(filter, null, VoteColumns, cancellationToken).Select(e => new CountedVote(
            e.PartitionKey, e.GetInt32("Value") ?? 0, e.GetDateTimeOffset("At") ?? default, e.GetInt32("EditionDay") ?? 0));
    }

    public async Task RemoveFilesAsync(Digest digest, CancellationToken cancellationToken)
    {
        if (!BlobNames.IsOutOfReach(digest.Name))
        {
            await blobs.GetBlobContainerClient(DigestBlobs.Container).GetBlobClient(digest.Name).DeleteIfExistsAsync(
                cancellationToken: cancellationToken);
        }

        await blobs.GetBlobContainerClient(DigestBlobs.ReportContainer).GetBlobClient(DigestBlobs.ReportName(digest))
            .DeleteIfExistsAsync(cancellationToken: cancellationToken);
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
