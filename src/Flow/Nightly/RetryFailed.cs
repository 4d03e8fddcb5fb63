using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Nightly;

/// <summary>Gives work another try that ended where nothing else takes it up: messages that were put aside, and digests whose reading was
/// cut short.</summary>
public sealed partial class RetryFailed(
    IDigestTable digests, IPoisonQueues poison, IFlowQueues queues, TimeProvider clock, ILogger<RetryFailed> logger)
{
    /// <summary>A run notes its progress every few seconds: what was last heard of so long ago is not being read.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromHours(1);

    /// <summary>Digests that came in longer ago are left to the operator.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(92);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var messages = await poison.RetryOnceAsync(cancellationToken);
        var again = 0;
        var now = clock.GetUtcNow();
        await foreach (var digest in digests.ListAsync(cancellationToken).TakeWhile(d => d.FirstUploadedAt > now - LookBack)
            .Where(d => !d.IsSettled && LastHeard(d) < now - Silent).WithCancellation(cancellationToken))
        {
            await queues.SendAsync(new ReadAgain(1, digest.Name), cancellationToken);
            again++;
        }

        Log.Retried(logger, messages, again);
    }

    private static DateTimeOffset LastHeard(Digest digest) => digest.Progress?.At ?? digest.AgainAskedAt ?? digest.UploadedAt;

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 7003, Level = LogLevel.Information,
            Message = "{Messages} messages that had failed are tried again, and {Digests} digests are read again")]
        public static partial void Retried(ILogger logger, int messages, int digests);
    }
}
