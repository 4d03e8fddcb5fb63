using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using PaperFunctions.Emulators.Functions.Binding;
using PaperFunctions.Emulators.Functions.Discovery;

namespace PaperFunctions.Emulators.Functions.Blobs;

/// <summary>Looks through a function's container and queues the turn of every version of a blob that has no receipt.</summary>
internal sealed class BlobScanner(
    FunctionEntry function, BlobPattern pattern, BlobContainerClient container, BlobReceipts receipts, QueueClient turns)
{
    private const int AtOnce = 4;

    // What was seen last time, so that an unchanged blob costs nothing.
    private Dictionary<string, ETag> _seen = [];
    private HashSet<string>? _complete;

    public FunctionEntry Function => function;

    public string Container => container.Name;

    /// <summary>What the function is given for a blob; null if it is gone. Newer content than that of its turn is given as well: it
    /// comes again then, and functions may run twice.</summary>
    public async Task<TriggerEvent?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(name);
        return await blob.ExistsAsync(cancellationToken)
            ? new TriggerEvent(blob, pattern.Match(name) ?? [], $"blob {container.Name}/{name}")
            : null;
    }

    /// <summary>Returns how many turns were queued.</summary>
    public async Task<int> ScanAsync(CancellationToken cancellationToken)
    {
        _complete ??= await receipts.CompleteAsync(cancellationToken);
        var now = new Dictionary<string, ETag>(_seen.Count, StringComparer.Ordinal);
        var fresh = new List<BlobItem>();
        await foreach (var blob in ListAsync(cancellationToken))
        {
            now[blob.Name] = blob.Properties.ETag!.Value;
            if (!(_seen.TryGetValue(blob.Name, out var etag) && etag == now[blob.Name]) && pattern.Match(blob.Name) is not null)
            {
                fresh.Add(blob);
            }
        }

        var queued = 0;
        await Parallel.ForEachAsync(
            fresh,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (blob, token) =>
            {
                if (await OfferAsync(blob, token))
                {
                    Interlocked.Increment(ref queued);
                }
            });
        _seen = now;
        return queued;
    }

    private async IAsyncEnumerable<BlobItem> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = container.GetBlobsAsync(prefix: pattern.Prefix, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using (pages)
        {
            while (await NextAsync(pages))
            {
                yield return pages.Current;
            }
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<BlobItem> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false; // the container has not been made yet
        }
    }

    private async Task<bool> OfferAsync(BlobItem blob, CancellationToken cancellationToken)
    {
        var receipt = receipts.NameOf(container.Name, blob);
        if (_complete!.Contains(receipt))
        {
            return false;
        }

        await receipts.BeginAsync(receipt, cancellationToken);
        var turn = new BlobTriggerMessage(
            "BlobTrigger", function.Id, $"{blob.Properties.BlobType}Blob", container.Name, blob.Name,
            BlobTriggerMessage.TextOf(blob.Properties.ETag!.Value));
        await turns.SendMessageAsync(BinaryData.FromObjectAsJson(turn), cancellationToken: cancellationToken);
        await receipts.CompleteAsync(receipt, CancellationToken.None);
        return true;
    }
}
