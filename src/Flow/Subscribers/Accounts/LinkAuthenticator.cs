using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Who comes in with a signed link.</summary>
public sealed class LinkAuthenticator(LinkSigner signer, ISubscriberTable subscribers)
{
    /// <summary>The subscriber, or null where the token is not ours, not for this purpose, expired, or of somebody who is gone.</summary>
    public async Task<Subscriber?> FindAsync(string token, LinkPurpose purpose, CancellationToken cancellationToken) =>
        signer.Check(token, purpose) is { } link
            ? (await subscribers.FindAsync(link.SubscriberId, cancellationToken))?.Value
            : null;
}
