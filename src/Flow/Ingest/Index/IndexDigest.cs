using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Index;

/// <summary>Pushes a stored digest's papers to the search index, in batches, and marks it as indexed.</summary>
public sealed partial class IndexDigest(
    IDigestTable digests, IPaperTable papers, StoreEntries store, IPaperIndex index, DigestRows rows, IFlowQueues queues,
    FlowMetrics metrics, TimeProvider clock, ILogger<IndexDigest> logger)
{
    /// <summary>Documents a push: half of the service's 1,000, since each paper may bring the removal of a former id.</summary>
    public const int BatchSize = 500;

    private const int MaxAttempts = 4;

    /// <summary>While search is down the work is put off, and the digest stays noted as pending.</summary>
    public Task RunAsync(DigestStored message, CancellationToken cancellationToken) => FlowActivity.ProcessAsync(
        DigestStored.Queue, message.TraceParent,
        () => IndexOrPutOffAsync(message, cancellationToken));

    private async Task IndexOrPutOffAsync(DigestStored message, CancellationToken cancellationToken)
    {
        try
        {
            await FlowActivity.StepAsync("digest.index", [("digest.id", message.DigestId)], _ => IndexAsync(message, cancellationToken));
        }
        catch (IndexUnavailableException e)
        {
            var delay = PutOff.Delay(message.Tries);
            Log.PutOff(logger, message.DigestId, delay, e.Message);

            // Noted anew, so that the schedule does not send a message beside this one.
            await digests.PutPendingAsync(new PendingDigest(message.DigestId, clock.GetUtcNow(), message.TraceParent), cancellationToken);
            await queues.SendLaterAsync(message with { Tries = message.Tries + 1 }, delay, cancellationToken);
        }
    }

    /// <summary>Pushes these papers as the tables hold them now.</summary>
    /// <exception cref="IndexUnavailableException">Search is down.</exception>
    public async Task PushAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await index.EnsureAsync(cancellationToken);
            await PushCurrentAsync("look-up", ids, cancellationToken);
        }
    }

    private async Task IndexAsync(DigestStored message, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        if (await digests.FindAsync(message.DigestId, cancellationToken) is not { Value: { AwaitsIndex: true } digest })
        {
            // A run before this one may have stopped before it had taken the note away.
            await rows.RemovePendingAsync(message.DigestId, cancellationToken);
            return;
        }

        await index.EnsureAsync(cancellationToken);
        var (pushed, refused) = (0, 0);
        await FinishAsync(digest, cancellationToken);
        string[] lists = digest is { HasPapers: true, IndexedAt: null } ? [.. digest.FormerLists, digest.ListId] : [.. digest.FormerLists];
        var entries = lists.ToAsyncEnumerable().SelectMany(list => digests.EntriesAsync(list, cancellationToken));
        await foreach (var chunk in entries.ChunksAsync(BatchSize, cancellationToken))
        {
            var (count, rejected) = await PushCurrentAsync(digest.Name, [.. chunk.Select(e => e.Paper)], cancellationToken);
            pushed += count;
            refused += rejected;
        }

        await rows.MarkIndexedAsync(digest, refused, cancellationToken);
        Log.Indexed(logger, digest.Name, pushed - refused, refused, (long)clock.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Content that was cut short and then replaced may have left papers that did not arrive, or are there under two names; nobody
    /// reads it again.</summary>
    private async Task FinishAsync(Digest digest, CancellationToken cancellationToken)
    {
        var left = digest.FormerLists.ToAsyncEnumerable().SelectMany(list => digests.EntriesAsync(list, cancellationToken));
        await foreach (var chunk in left.ChunksAsync(BatchSize, cancellationToken))
        {
            var stored = await papers.ResolveAsync([.. chunk.Select(e => e.Paper)], cancellationToken);
            foreach (var brought in stored.GroupBy(p => p.Digests[0]))
            {
                await store.MergeAgainAsync(brought.Key, [.. brought.Select(p => p.Paper)], cancellationToken);
            }
        }
    }

    /// <summary>Pushes the papers behind these ids until what was pushed is what the tables hold.</summary>
    /// <remarks>Another digest may merge a paper and push it between our read and our push; the older document must not stay.</remarks>
    private async Task<(int Pushed, int Refused)> PushCurrentAsync(
        string source, IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        var refused = 0;
        var inIndex = new Dictionary<PaperId, StoredPaper>();
        for (var current = await papers.ResolveAsync(ids, cancellationToken); ; current = await papers.ResolveAsync(ids, cancellationToken))
        {
            List<StoredPaper> newer = [.. current.Where(p => !(inIndex.TryGetValue(p.Id, out var old) && PaperText.Same(old, p)))];
            if (newer.Count == 0)
            {
                return (current.Count, refused);
            }

            refused += await PushBatchAsync(source, newer, cancellationToken);
            newer.ForEach(p => inIndex[p.Id] = p);
        }
    }

    /// <summary>Pushes a batch, then what was refused for now alone, a few times.</summary>
    /// <returns>How many documents were refused for good.</returns>
    private async Task<int> PushBatchAsync(string source, List<StoredPaper> batch, CancellationToken cancellationToken)
    {
        var rejected = 0;
        for (var attempt = 1; batch.Count > 0; attempt++)
        {
            var refused = await index.PushAsync(batch, cancellationToken);
            metrics.Pushed(batch.Count(p => !refused.Any(r => r.Paper == p.Id)));
            foreach (var document in refused.Where(r => !r.IsTransient))
            {
                Log.Rejected(logger, source, document.Paper, document.Status, document.Reason);
                rejected++;
            }

            var again = refused.Where(r => r.IsTransient).Select(r => r.Paper).ToHashSet();
            batch = [.. batch.Where(p => again.Contains(p.Id) || p.FormerIds.Any(again.Contains))];
            if (batch.Count > 0)
            {
                await BackOffAsync(source, attempt, refused, cancellationToken);
            }
        }

        return rejected;
    }

    private async Task BackOffAsync(string source, int attempt, IReadOnlyList<RefusedDocument> refused, CancellationToken cancellationToken)
    {
        if (attempt >= MaxAttempts)
        {
            var first = refused.First(r => r.IsTransient);
            throw new IndexUnavailableException(
                $"'{source}': search did not take {refused.Count} papers in {MaxAttempts} attempts ({first.Status} {first.Reason}); "
                + "they are pushed again later.",
                new IOException(first.Reason));
        }

        await Task.Delay(TimeSpan.FromMilliseconds(200 << attempt), clock, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 3001, Level = LogLevel.Information,
            Message = "{Digest}: {Pushed} papers in the index, {Rejected} refused, in {Milliseconds} ms")]
        public static partial void Indexed(ILogger logger, string digest, int pushed, int rejected, long milliseconds);

        [LoggerMessage(EventId = 3003, Level = LogLevel.Warning,
            Message = "{Digest}: search is not available, tried again after {Delay}: {Reason}")]
        public static partial void PutOff(ILogger logger, string digest, TimeSpan delay, string reason);

        [LoggerMessage(
            EventId = 3002, Level = LogLevel.Error, Message = "{Digest}: search refused paper {Paper} for good: {Status} {Reason}")]
        public static partial void Rejected(ILogger logger, string digest, PaperId paper, int status, string reason);
    }
}
