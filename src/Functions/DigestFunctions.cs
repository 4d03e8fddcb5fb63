using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Ingest;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Queues;

namespace PaperFunctions.Functions;

/// <summary>A digest's way: uploaded, stored, indexed.</summary>
public sealed class DigestFunctions(ReceiveDigest receive, IndexDigest index)
{
    /// <summary>Read and Store.</summary>
    [Function(nameof(OnDigestUploaded))]
    public Task OnDigestUploaded(
        [BlobTrigger("digests/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, CancellationToken cancellationToken) =>
        receive.RunAsync(name, again: false, cancellationToken);

    /// <summary>Read and Store once more, as an operator asked.</summary>
    [Function(nameof(OnReadAgain))]
    public Task OnReadAgain([QueueTrigger(ReadAgain.Queue)] ReadAgain message, CancellationToken cancellationToken) =>
        receive.RunAsync(message.Name, again: true, cancellationToken);

    /// <summary>Index.</summary>
    [Function(nameof(OnDigestStored))]
    public Task OnDigestStored([QueueTrigger(DigestStored.Queue)] DigestStored message, CancellationToken cancellationToken) =>
        index.RunAsync(message, cancellationToken);
}
