using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest;

/// <summary>A digest was uploaded: read it, store its papers, hand it on to the index.</summary>
/// <remarks>May run twice, at the same time, and stop anywhere: names and contents decide what there is to do.</remarks>
public sealed partial class ReceiveDigest(
    IDigestBlobs blobs, DigestRows rows, ReadDigest read, StoreEntries store, IFlowQueues queues, FlowMetrics metrics, TimeProvider clock,
    ILogger<ReceiveDigest> logger)
{
    private const int MaxReplacements = 10;

    /// <param name="again">Reads the content even if it was dealt with before.</param>
    /// <exception cref="IOException">The blob kept being replaced while it was read.</exception>
    public Task RunAsync(string name, bool again, CancellationToken cancellationToken) => FlowActivity.StepAsync(
        "digest.receive", [("digest.id", Digest.IdOf(name)), ("digest.name", name)], _ =>
            ReceiveNewestAsync(name, again, cancellationToken));

    private async Task ReceiveNewestAsync(string name, bool again, CancellationToken cancellationToken)
    {
        if (BlobNames.IsOutOfReach(name))
        {
            var refused = await rows.RefuseNameAsync(name, cancellationToken);
            await blobs.WriteReportAsync(refused, cancellationToken);
            return;
        }

        for (var attempt = 1; await blobs.FindAsync(name, cancellationToken) is { } blob; attempt++)
        {
            if (await TryReceiveAsync(blob, again, cancellationToken))
            {
                return;
            }

            if (attempt == MaxReplacements)
            {
                throw new IOException($"'{name}' was replaced {MaxReplacements} times while it was being read; it is tried again later.");
            }
        }

        Log.Gone(logger, name);
        if (await rows.EndRemovedAsync(name, cancellationToken) is { } ended)
        {
            await HandOnAsync(ended, cancellationToken);
            await blobs.WriteReportAsync(ended, cancellationToken);
        }
    }

    /// <returns>False if the blob was replaced meanwhile. The run of the newer content may have ended before this one wrote
    /// the row, so it is this run that has to look again.</returns>
    private async Task<bool> TryReceiveAsync(DigestBlob blob, bool again, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAndStoreAsync(blob, again, cancellationToken);
            return await blobs.FindAsync(blob.Name, cancellationToken) is not { } now || now.Version == blob.Version;
        }
        catch (BlobChangedException e)
        {
            Log.Replaced(logger, e.Message);
            return false;
        }
    }

    private async Task ReadAndStoreAsync(DigestBlob blob, bool again, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var hash = await read.HashAsync(blob, cancellationToken);
        var known = await rows.FindAsync(blob.Name, cancellationToken);
        if (!again && hash is not null && known is { Value.IsSettled: true } && known.Value.ContentHash == hash
            && known.Value.FormatOverride == blob.FormatOverride)
        {
            // An earlier run may have stopped right after the row.
            Log.Unchanged(logger, blob.Name);
            var settled = await rows.RemovePreviousAsync(known.Value, cancellationToken);
            await HandOnAsync(settled, cancellationToken);
            await blobs.WriteReportAsync(settled, cancellationToken);
            return;
        }

        var row = await rows.BeginAsync(blob, hash ?? "", cancellationToken);
        var digest = await ReadAsync(blob, row.Value, cancellationToken);
        if (await rows.CompleteAsync(row, digest, cancellationToken) is { } completed)
        {
            await HandOnAsync(completed, cancellationToken);
            await blobs.WriteReportAsync(digest, cancellationToken);
            metrics.Read(digest.Receipt.Format, digest.Receipt.Entries, digest.Receipt.ProblemCount);
            if (digest.State == DigestState.NeedsReview)
            {
                Log.NeedsReview(logger, digest.Name, digest.Receipt.Doubtful, digest.Receipt.Entries);
            }

            Log.Read(
                logger, digest.Name, digest.Receipt.Format, digest.State, digest.Receipt.Entries, digest.NewPapers,
                    digest.Receipt.ProblemCount,
                (long)clock.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private async Task<Digest> ReadAsync(DigestBlob blob, Digest begun, CancellationToken cancellationToken)
    {
        try
        {
            await using var parts = new StoreParts(
                rows, begun, (entries, likelyNew) => store.RunAsync(begun, entries, likelyNew, cancellationToken), clock);
            return await read.RunAsync(blob, begun, parts, cancellationToken);
        }
        catch (BlobChangedException)
        {
            await rows.LeaveAsync(begun, cancellationToken);
            throw;
        }
    }

    /// <summary>The note comes before the message: what is noted is found again even when the message never leaves.</summary>
    private async Task HandOnAsync(Digest digest, CancellationToken cancellationToken)
    {
        if (digest.AwaitsIndex)
        {
            await rows.NotePendingAsync(digest, cancellationToken);
            await queues.SendAsync(new DigestStored(1, digest.Id), cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 2001, Level = LogLevel.Information,
            Message = "{Digest}: {Format}, {State}, {Entries} entries, {NewPapers} new papers, {Problems} problems, in {Milliseconds} ms")]
        public static partial void Read(
            ILogger logger, string digest, string format, DigestState state, int entries, int newPapers, int problems, long milliseconds);

        [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "{Digest}: nothing to do, the same content was read before")]
        public static partial void Unchanged(ILogger logger, string digest);

        [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "{Digest}: nothing to do, the blob is gone")]
        public static partial void Gone(ILogger logger, string digest);

        [LoggerMessage(
            EventId = 2005, Level = LogLevel.Warning,
            Message = "{Digest} needs review: {Doubtful} of {Entries} entries do not look like papers; accept or refuse it on the "
                + "operator's page")]
        public static partial void NeedsReview(ILogger logger, string digest, int doubtful, int entries);

        [LoggerMessage(EventId = 2004, Level = LogLevel.Information, Message = "{Reason}")]
        public static partial void Replaced(ILogger logger, string reason);
    }
}
