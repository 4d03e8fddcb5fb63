using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Index;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Read;

namespace PaperFunctions.Functions;

/// <summary>A digest's way: uploaded, stored, indexed.</summary>
public sealed class DigestFunctions(ReceiveDigest receive, IndexDigest index)
{
    /// <summary>Read and Store.</summary>
    [Function(nameof(OnDigestUploaded))]
    public Task OnDigestUploaded(
        [BlobTrigger("digests/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, CancellationToken cancellation) =>
        receive.RunAsync(name, again: false, cancellation);

    /// <summary>Read and Store once more, as an operator asked.</summary>
    [Function(nameof(OnReadAgain))]
    public Task OnReadAgain([QueueTrigger(ReadAgain.Queue)] ReadAgain message, CancellationToken cancellation) =>
        receive.RunAsync(message.Name, again: true, cancellation);

    /// <summary>Index.</summary>
    [Function(nameof(OnDigestStored))]
    public Task OnDigestStored([QueueTrigger(DigestStored.Queue)] DigestStored message, CancellationToken cancellation) =>
        index.RunAsync(message, cancellation);
}
