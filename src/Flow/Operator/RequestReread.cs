using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;

namespace PaperFunctions.Flow.Operator;

/// <summary>Hands a digest on to be read once more. Reading may take longer than a request lives, so it is done behind a queue.</summary>
public sealed class RequestReread(DigestRows rows, IFlowQueues queues)
{
    /// <returns>The digest's name, or null if there is no such digest.</returns>
    public async Task<string?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await rows.NoteAgainAsync(id, cancellationToken) is not { } digest)
        {
            return null;
        }

        await queues.SendAsync(new ReadAgain(1, digest.Name), cancellationToken);
        return digest.Name;
    }
}
