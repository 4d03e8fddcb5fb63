using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PaperFunctions.Emulators.Functions.Blobs;

/// <summary>Remembers which versions of which blobs a function was given, where and how Azure's host does.</summary>
/// <remarks>
/// An empty blob <c>blobreceipts/{host}/{function}/{etag}/{container}/{blob}</c>. It is made with the mark "Incomplete" and
/// loses it once the blob's turn is in the host's queue; from then on the queue sees to it that the function runs.
/// A receipt that is still marked was left by a host that died in between, so its blob is offered again.
/// </remarks>
internal sealed class BlobReceipts(BlobContainerClient hosts, string hostId, string functionId)
{
    private const string Incomplete = "Incomplete";

    private string Folder => $"blobreceipts/{hostId}/{functionId}/";

    public string NameOf(string container, BlobItem blob) =>
        $"{Folder}{BlobTriggerMessage.TextOf(blob.Properties.ETag!.Value)}/{container}/{blob.Name}";

    /// <summary>Names of all complete receipts.</summary>
    public async Task<HashSet<string>> CompleteAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var receipt in hosts.GetBlobsAsync(BlobTraits.Metadata, prefix: Folder, cancellationToken: cancellationToken))
        {
            if (!receipt.Metadata.ContainsKey(Incomplete))
            {
                names.Add(receipt.Name);
            }
        }

        return names;
    }

    public Task BeginAsync(string name, CancellationToken cancellationToken) => WriteAsync(
        name, new() { Metadata = new Dictionary<string, string> { [Incomplete] = Incomplete } }, cancellationToken);

    public Task CompleteAsync(string name, CancellationToken cancellationToken) => WriteAsync(name, new(), cancellationToken);

    private async Task WriteAsync(string name, BlobUploadOptions options, CancellationToken cancellationToken) =>
        await hosts.GetBlobClient(name).UploadAsync(BinaryData.FromString(""), options, cancellationToken);
}
