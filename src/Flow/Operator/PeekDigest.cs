using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Operator;

/// <summary>The first entries of a file as each of the likeliest formats reads them, for whoever has to choose one. Nothing is
/// stored.</summary>
public sealed class PeekDigest(IDigestBlobs blobs)
{
    private const int Entries = 3;

    /// <summary>Larger files are not opened for a look.</summary>
    private const long MaxBytes = 4 << 20;

    /// <returns>Empty where the file is gone, too large, or no guess was made.</returns>
    public async Task<IReadOnlyList<PeekedFormat>> RunAsync(Digest digest, CancellationToken cancellationToken)
    {
        var found = new List<PeekedFormat>();
        foreach (var guess in digest.Receipt.Guesses)
        {
            if (await blobs.FindAsync(digest.Name, cancellationToken) is not { Length: <= MaxBytes } blob)
            {
                break;
            }

            found.Add(new PeekedFormat(guess.Format, await TitlesAsync(blob, guess.Format, cancellationToken)));
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(DigestBlob blob, string format, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await blobs.OpenAsync(blob, cancellationToken);
            var reading = await DigestReader.OpenAsync(content, new DigestSource(blob.Name, blob.UploadedAt, format), cancellationToken);
            return await reading.EntriesAsync(cancellationToken).Take(Entries).Select(e => e.Paper.Title).ToListAsync(cancellationToken);
        }
        catch (BlobChangedException)
        {
            return [];
        }
    }
}

/// <param name="Titles">Of its first entries; empty where this format reads none.</param>
public sealed record PeekedFormat(string Format, IReadOnlyList<string> Titles);
