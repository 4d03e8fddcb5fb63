using System.Diagnostics;
using Azure.Storage.Blobs;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Runtime;

/// <summary>Drops files into the container of digests and waits for what becomes of them.</summary>
public sealed class DigestDrop(BlobServiceClient blobs, DigestRows rows)
{
    /// <summary>Longest wait for any change; reading the largest file that is accepted takes less.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Uploads a file under its own name; a file of that name that is there is replaced.</summary>
    /// <returns>The name, and when it was uploaded by the storage's clock.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<Dropped> UploadAsync(string file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        await using var content = File.OpenRead(file);
        var info = await blobs.GetBlobContainerClient(DigestBlobs.Container).GetBlobClient(name)
            .UploadAsync(content, overwrite: true, cancellationToken);
        content.Position = 0;
        return new Dropped(name, info.Value.LastModified) { ContentHash = await ContentHash.OfAsync(content, cancellationToken) };
    }

    /// <summary>Waits until the content was dealt with to the end: in the index, or failed.</summary>
    /// <param name="changed">Called with the row each time that it is looked at.</param>
    /// <exception cref="IOException">Nothing changed for <see cref="Patience"/>.</exception>
    public async Task<Digest> WaitAsync(Dropped dropped, Action<Digest>? changed, CancellationToken cancellationToken)
    {
        var (since, last) = (Stopwatch.StartNew(), default(DigestState?));
        while (true)
        {
            if (await rows.FindAsync(dropped.Name, cancellationToken) is { Value: var digest })
            {
                changed?.Invoke(digest);
                since = digest.State == last ? since : Stopwatch.StartNew();
                last = digest.State;
                if (digest.IsSettled && (digest.IndexedAt is not null || !digest.HasPapers) && IsOf(digest, dropped))
                {
                    return digest;
                }
            }

            if (since.Elapsed > Patience)
            {
                throw new IOException(
                    $"{dropped.Name} is {last?.ToString() ?? "not read yet"} and has not changed for {Patience.TotalMinutes:F0} minutes. "
                    + "The log of 'up' says why. It is tried again by itself.");
            }

            await Task.Delay(PollEvery, cancellationToken);
        }
    }

    /// <summary>A second drop of the same content leaves the row as it is, with the earlier time; other content may follow within
    /// the same second. What is too large has no hash.</summary>
    private static bool IsOf(Digest digest, Dropped dropped) =>
        digest.ContentHash == dropped.ContentHash || digest.UploadedAt > dropped.UploadedAt
        || (digest.ContentHash.Length == 0 && digest.UploadedAt == dropped.UploadedAt);
}

/// <param name="UploadedAt">By the storage's clock, to the second.</param>
public sealed record Dropped(string Name, DateTimeOffset UploadedAt)
{
    /// <summary>SHA-256 of the content, hex.</summary>
    public string ContentHash { get; init; } = "";
}
