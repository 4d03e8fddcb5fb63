using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Ingest;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Sources;

namespace PaperFunctions.Functions;

/// <summary>A digest's way: uploaded, stored, indexed.</summary>
public sealed class DigestFunctions(ReceiveDigest receive, IndexDigest index, FetchSources sources, LookUpPapers lookUp)
{
    /// <summary>Fetches the sources that are due; what is new is uploaded as a digest.</summary>
    [Function(nameof(OnSources))]
    public Task OnSources([TimerTrigger("0 3/10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sources.RunAsync(cancellationToken);

    /// <summary>Read and Store.</summary>
    [Function(nameof(OnDigestUploaded))]
    public Task OnDigestUploaded(
        [BlobTrigger("digests/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name,
        CancellationToken cancellationToken) =>
        receive.RunAsync(name, again: false, cancellationToken);

    /// <summary>Read and Store once more, as an operator asked.</summary>
    [Function(nameof(OnReadAgain))]
    public Task OnReadAgain([QueueTrigger(ReadAgain.Queue)] ReadAgain message, CancellationToken cancellationToken) =>
        receive.RunAsync(message.Name, again: true, cancellationToken);

    /// <summary>Index.</summary>
    [Function(nameof(OnDigestStored))]
    public Task OnDigestStored([QueueTrigger(DigestStored.Queue)] DigestStored message, CancellationToken cancellationToken) =>
        index.RunAsync(message, cancellationToken);

    /// <summary>Looks up papers of which no id is known.</summary>
    [Function(nameof(OnLookUps))]
    public Task OnLookUps([TimerTrigger("0 1/5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        lookUp.RunAsync(cancellationToken);
}
