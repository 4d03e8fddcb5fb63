using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Local.Host.Binding;
using PaperFunctions.Local.Host.Discovery;

namespace PaperFunctions.Local.Host.Blobs;

/// <summary>A blob function with its container.</summary>
internal sealed record BlobFunction(FunctionEntry Entry, BlobPattern Pattern, BlobServiceClient Storage, BlobScanner Scanner)
{
    /// <summary>What the function is given for a turn; null where there is nothing to do: the blob is gone, or it is
    /// another version by now and that one has a turn of its own.</summary>
    public async Task<TriggerEvent?> ReadAsync(BlobTriggerMessage turn, CancellationToken cancellationToken)
    {
        var blob = Storage.GetBlobContainerClient(turn.ContainerName).GetBlobClient(turn.BlobName);
        try
        {
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            var changed = BlobTriggerMessage.TextOf(properties.Value.ETag) != turn.ETag;
            if (changed && ((BlobTriggerAttribute)Entry.Trigger).Source == BlobTriggerSource.LogsAndContainerScan)
            {
                return null;
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }

        var path = $"{turn.ContainerName}/{turn.BlobName}";
        var data = Pattern.Match(turn.BlobName) ?? new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        data["blobTrigger"] = path;
        data["uri"] = blob.Uri.AbsoluteUri;
        return new TriggerEvent(blob, data, $"blob {path}");
    }
}
