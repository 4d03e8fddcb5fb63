using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Store;
using PaperFunctions.Formats;
using PaperFunctions.Formats.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Read;

/// <summary>A digest was uploaded: read it, store its papers, hand it on to the index.</summary>
/// <remarks>May run twice, at the same time, and stop anywhere: names and contents decide what there is to do.</remarks>
public sealed partial class ReceiveDigest(
    IDigestBlobs blobs, DigestRows rows, StoreEntries store, IFlowQueues queues,
    IOptions<DigestOptions> options, FlowMetrics metrics, TimeProvider clock, ILogger<ReceiveDigest> logger)
{
    private const int MaxReplacements = 10;

    /// <param name="again">Reads the content even where it was dealt with before.</param>
    /// <exception cref="IOException">The blob kept being replaced while it was read.</exception>
    public Task RunAsync(string name, bool again, CancellationToken cancellation) => FlowActivity.StepAsync(
        "digest.receive", [("digest.id", Digest.IdOf(name)), ("digest.name", name)], _ => ReceiveAsync(name, again, cancellation));

    private async Task ReceiveAsync(string name, bool again, CancellationToken cancellation)
    {
        for (var attempt = 1; await blobs.FindAsync(name, cancellation) is { } blob; attempt++)
        {
            if (await TryReceiveAsync(blob, again, cancellation))
            {
                return;
            }

            if (attempt == MaxReplacements)
            {
                throw new IOException($"'{name}' was replaced {MaxReplacements} times while it was being read; it is tried again later.");
            }
        }

        Log.Gone(logger, name);
    }

    /// <returns>False where the blob was replaced meanwhile. The run of the newer content may have ended before this one wrote
    /// the row, so it is this run that has to look again.</returns>
    private async Task<bool> TryReceiveAsync(DigestBlob blob, bool again, CancellationToken cancellation)
    {
        try
        {
            await ReceiveAsync(blob, again, cancellation);
            return await blobs.FindAsync(blob.Name, cancellation) is not { } now || now.Version == blob.Version;
        }
        catch (BlobChangedException e)
        {
            Log.Replaced(logger, e.Message);
            return false;
        }
    }

    private async Task ReceiveAsync(DigestBlob blob, bool again, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var tooLarge = blob.Length > options.Value.MaxBytes;
        var hash = tooLarge ? "" : await HashAsync(blob, cancellation);
        var known = await rows.FindAsync(blob.Name, cancellation);
        if (!again && known is { Digest.IsSettled: true } && known.Digest.ContentHash == hash
            && known.Digest.FormatOverride == blob.FormatOverride && !tooLarge)
        {
            // An earlier run may have stopped right after the row.
            Log.Unchanged(logger, blob.Name);
            await HandOnAsync(known.Digest, cancellation);
            await blobs.WriteReportAsync(known.Digest, cancellation);
            return;
        }

        var row = await rows.BeginAsync(blob, hash, cancellation);
        var digest = tooLarge
            ? Refused(row.Digest, blob.Length)
            : await FlowActivity.StepAsync("digest.read", [("digest.id", row.Digest.Id)], _ => ReadAsync(blob, row.Digest, cancellation));
        if (await rows.CompleteAsync(row, digest, cancellation))
        {
            await HandOnAsync(digest, cancellation);
            await blobs.WriteReportAsync(digest, cancellation);
            metrics.Read(digest.Receipt.Format, digest.Receipt.Entries, digest.Receipt.ProblemCount);
            Log.Read(
                logger, digest.Name, digest.Receipt.Format, digest.State, digest.Receipt.Entries, digest.NewPapers, digest.Receipt.ProblemCount,
                (long)clock.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private async Task<string> HashAsync(DigestBlob blob, CancellationToken cancellation)
    {
        await using var content = await blobs.OpenAsync(blob, cancellation);
        return await ContentHash.OfAsync(content, cancellation);
    }

    private async Task<Digest> ReadAsync(DigestBlob blob, Digest digest, CancellationToken cancellation)
    {
        await using var content = await blobs.OpenAsync(blob, cancellation);
        var source = new DigestSource(blob.Name, blob.UploadedAt, blob.FormatOverride);
        var reading = await DigestReader.OpenAsync(content, source, cancellation);
        var fresh = new HashSet<PaperId>();
        await foreach (var chunk in reading.EntriesAsync(cancellation).ChunksAsync(StoreEntries.ChunkSize, cancellation))
        {
            List<Entry> readable = [.. chunk.Select(e => e with { Paper = e.Paper.Readable() })];
            fresh.UnionWith(await store.RunAsync(digest, readable, cancellation));
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

    /// <summary>The note comes before the message: what is noted is found again even when the message never leaves.</summary>
    private async Task HandOnAsync(Digest digest, CancellationToken cancellation)
    {
        if (digest.HasPapers && digest.IndexedAt is null)
        {
            await rows.NotePendingAsync(digest, cancellation);
            await queues.SendAsync(new DigestStored(1, digest.Id), cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "{Digest}: {Format}, {State}, {Entries} entries, {NewPapers} new papers, {Problems} problems, in {Milliseconds} ms")]
        public static partial void Read(ILogger logger, string digest, string format, DigestState state, int entries, int newPapers, int problems, long milliseconds);

        [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "{Digest}: nothing to do, the same content was read before")]
        public static partial void Unchanged(ILogger logger, string digest);

        [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "{Digest}: nothing to do, the blob is gone")]
        public static partial void Gone(ILogger logger, string digest);

        [LoggerMessage(EventId = 2004, Level = LogLevel.Information, Message = "{Reason}")]
        public static partial void Replaced(ILogger logger, string reason);
    }
}
