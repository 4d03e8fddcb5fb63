using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Store;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Read;

/// <summary>A digest's content: what it is known by, and its papers, stored as they are read.</summary>
public sealed class ReadDigest(IDigestBlobs blobs, StoreEntries store, IOptions<DigestOptions> options, TimeProvider clock)
{
    /// <summary>SHA-256 of the content, hex; null for a file that is too large to be read.</summary>
    public async Task<string?> HashAsync(DigestBlob blob, CancellationToken cancellation)
    {
        if (IsTooLarge(blob))
        {
            return null;
        }

        await using var content = await blobs.OpenAsync(blob, cancellation);
        return await ContentHash.OfAsync(content, cancellation);
    }

    /// <returns>The digest with its receipt and what came of it; what cannot be read is a problem in the receipt, not an exception.</returns>
    public Task<Digest> RunAsync(DigestBlob blob, Digest digest, CancellationToken cancellation) => IsTooLarge(blob)
        ? Task.FromResult(Refused(digest, blob.Length))
        : FlowActivity.StepAsync("digest.read", [("digest.id", digest.Id)], _ => ReadAsync(blob, digest, cancellation));

    private bool IsTooLarge(DigestBlob blob) => blob.Length > options.Value.MaxBytes;

    private async Task<Digest> ReadAsync(DigestBlob blob, Digest digest, CancellationToken cancellation)
    {
        await using var content = await blobs.OpenAsync(blob, cancellation);
        var source = new DigestSource(blob.Name, blob.UploadedAt, blob.FormatOverride);
        var reading = await DigestReader.OpenAsync(content, source, cancellation);
        var fresh = new HashSet<PaperId>();
        await foreach (var chunk in reading.EntriesAsync(cancellation).ChunksAsync(StoreEntries.ChunkSize, cancellation))
        {
            fresh.UnionWith(await store.RunAsync(digest, chunk, cancellation));
        }

        return digest with
        {
            State = StateOf(reading),
            Receipt = reading.Receipt,
            NewPapers = fresh.Count,
            StoredAt = clock.GetUtcNow(),
        };
    }

    private static DigestState StateOf(DigestReading reading) => reading switch
    {
        { Quarantined: true } => DigestState.Quarantined,
        { Receipt.Entries: 0 } => DigestState.Failed,
        { Receipt.ProblemCount: > 0 } => DigestState.Partial,
        _ => DigestState.Stored,
    };

    private Digest Refused(Digest digest, long length) => digest with
    {
        State = DigestState.Failed,
        Receipt = new Receipt
        {
            Bytes = length,
            ProblemCount = 1,
            Problems = [new Problem(0, $"The file has {length:N0} bytes; at most {options.Value.MaxBytes:N0} are read (setting Digests__MaxBytes). Split it and drop the parts.")],
        },
    };
}
