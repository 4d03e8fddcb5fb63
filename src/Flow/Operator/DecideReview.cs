using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Operator;

/// <summary>An operator accepts or refuses a digest that needed review.</summary>
/// <remarks>None of its papers was stored, so a refusal has nothing to take back. What is accepted is read again, and its papers arrive
/// then: the next editions may have them. Deciding twice is deciding once; where this stops before the message is sent, the page offers
/// the decision again.</remarks>
public sealed class DecideReview(DigestRows rows, IDigestBlobs blobs, IFlowQueues queues)
{
    /// <param name="seen">What the operator was shown, <see cref="Digest.SeenAs"/>.</param>
    /// <param name="decision">About all of its entries.</param>
    /// <param name="cancellationToken">Ends the work between two steps.</param>
    /// <returns>The digest as it is now; null if there is none, or if other content has come in since.</returns>
    public async Task<Digest?> RunAsync(string seen, ReviewDecision decision, CancellationToken cancellationToken)
    {
        if (await rows.DecideAsync(seen, decision, cancellationToken) is not { } digest)
        {
            return null;
        }

        if (digest.IsAccepted)
        {
            await queues.SendAsync(new ReadAgain(1, digest.Name), cancellationToken);
        }
        else if (digest.State == DigestState.Refused)
        {
            await blobs.WriteReportAsync(digest, cancellationToken);
        }

        return digest;
    }
}
