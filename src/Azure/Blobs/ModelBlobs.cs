using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PaperFunctions.Flow.Ingest.Statistics;

namespace PaperFunctions.Azure.Blobs;

/// <summary>The blob <c>state/corpus-model</c>.</summary>
public sealed class ModelBlobs(BlobServiceClient service) : IModelBlobs
{
    public const string Container = "state";

    private readonly BlobClient _blob = service.GetBlobContainerClient(Container).GetBlobClient("corpus-model");

    public async Task<ModelBlob?> ReadIfNewerAsync(string? version, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobDownloadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = version is null ? null : new ETag(version) },
            };
            BlobDownloadResult found = await _blob.DownloadContentAsync(options, cancellationToken);
            return new ModelBlob(found.Content.ToStream(), found.Details.ETag.ToString());
        }
        catch (RequestFailedException e) when (e.Status is 304 or 404)
        {
            return null;
        }
    }

    public async Task WriteAsync(Action<Stream> write, CancellationToken cancellationToken)
    {
        await using var to = await _blob.OpenWriteAsync(overwrite: true, cancellationToken: cancellationToken);
        write(to);
    }
}
