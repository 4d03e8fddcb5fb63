using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PaperFunctions.Azure.Backups;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.Azure.Queues;
using PaperFunctions.Azure.Tables;

namespace PaperFunctions.Azure;

/// <summary>Makes the containers, queues and tables where they are missing. In Azure the infrastructure has made them.</summary>
public sealed class StorageSetup(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
{
    public static IReadOnlyList<string> Containers { get; } = [DigestBlobs.Container, DigestBlobs.ReportContainer, ModelBlobs.Container,
        TableBackups.Container];

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. Containers.Select(c => blobs.GetBlobContainerClient(c).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. FlowQueues.All.Select(q => queues.GetQueueClient(q).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. TableNames.All.Select(t => tables.GetTableClient(t).CreateIfNotExistsAsync(cancellationToken)),
    ]);
}
