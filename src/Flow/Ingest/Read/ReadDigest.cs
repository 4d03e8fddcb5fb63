using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Read;

/// <summary>A digest's content: what it is known by, and its papers, handed on as they are read.</summary>
public sealed class ReadDigest(IDigestBlobs blobs, IOptions<DigestOptions> options, TimeProvider clock)
{
    /// <summary>Entries that are handed on together; bounds memory and keeps the window for conflicts small.</summary>
    private const int ChunkSize = 200;

    /// <summary>A digest is judged by its first 1,000 entries.</summary>
    private const int JudgedChunks = 5;

    /// <summary>Characters of abstracts that are held while it is judged; entries beyond them are stored by what the first ones
    /// were.</summary>
    private const long MaxHeld = 8 << 20;

    /// <summary>SHA-256 of the content, hex; null for a file that is too large to be read.</summary>
    public async Task<string?> HashAsync(DigestBlob blob, CancellationToken cancellationToken)
    {
        if (IsTooLarge(blob))
        {
            return null;
        }

        await using var content = await blobs.OpenAsync(blob, cancellationToken);
        return await ContentHash.OfAsync(content, cancellationToken);
    }

    /// <param name="parts">Takes the entries in.</param>
    /// <returns>The digest with its receipt and what came of it; what cannot be read is a problem in the receipt, not an
    /// exception.</returns>
    public Task<Digest> RunAsync(
        DigestBlob blob, Digest digest, IEntryParts parts, CancellationToken cancellationToken) => IsTooLarge(blob)
        ? Task.FromResult(Refused(digest, blob.Length))
        : FlowActivity.StepAsync("digest.read", [("digest.id", digest.Id)], _ => ReadAsync(blob, digest, parts, cancellationToken));

    private bool IsTooLarge(DigestBlob blob) => blob.Length > options.Value.MaxBytes;

    private async Task<Digest> ReadAsync(
        DigestBlob blob, Digest digest, IEntryParts parts, CancellationToken cancellationToken)
    {
        await using var content = await blobs.OpenAsync(blob, cancellationToken);
        var source = new DigestSource(blob.Name, blob.UploadedAt, blob.FormatOverride);
        var reading = await DigestReader.OpenAsync(content, source, cancellationToken);
        await using var chunks = reading.EntriesAsync(cancellationToken).ChunksAsync(ChunkSize, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var first = await FirstChunksAsync(chunks);
        if (reading.NeedsReview && digest.Review != ReviewDecision.Accepted)
        {
            return await HeldBackAsync(digest, reading, chunks);
        }

        foreach (var chunk in first)
        {
            await parts.AddAsync(chunk, cancellationToken);
        }

        while (await chunks.MoveNextAsync())
        {
            await parts.AddAsync(chunks.Current, cancellationToken);
        }

        await parts.FinishAsync(cancellationToken);
        return digest with
        {
            State = StateOf(reading),
            Receipt = reading.Receipt with { Sample = [] },
            NewPapers = parts.NewPapers,
            StoredAt = clock.GetUtcNow(),
        };
    }

    /// <summary>The entries by which a digest is judged before any of them is stored: what a merge has taken in cannot be taken
    /// back.</summary>
    private static async Task<List<List<Entry>>> FirstChunksAsync(IAsyncEnumerator<List<Entry>> chunks)
    {
        var (first, held) = (new List<List<Entry>>(), 0L);
        while (first.Count < JudgedChunks && held < MaxHeld && await chunks.MoveNextAsync())
        {
            first.Add(chunks.Current);
            held += chunks.Current.Sum(e => (long)e.Paper.Abstract.Length);
        }

        return first;
    }

    /// <summary>Reads to the end, for the receipt, and stores nothing.</summary>
    private async Task<Digest> HeldBackAsync(Digest digest, DigestReading reading, IAsyncEnumerator<List<Entry>> chunks)
    {
        while (await chunks.MoveNextAsync())
        {
            // Only counted.
        }

        var state = digest.Review == ReviewDecision.Refused ? DigestState.Refused : DigestState.NeedsReview;
        return digest with { State = state, Receipt = reading.Receipt, StoredAt = clock.GetUtcNow() };
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
            Problems = [new Problem(
                0, $"The file has {length:N0} bytes; at most {options.Value.MaxBytes:N0} are read (setting Digests__MaxBytes). Split it "
                    + "and drop the parts.")],
        },
    };
}
