using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Who comes in with a signed link.</summary>
public sealed class LinkAuthenticator(LinkSigner signer, ISubscriberTable subscribers)
{
    /// <summary>The subscriber, or null if the token is not ours, not for this purpose, expired, ended, or of somebody who is
    /// gone.</summary>
    public async Task<Subscriber?> FindAsync(string token, LinkPurpose purpose, CancellationToken cancellationToken) =>
        (await OpenAsync(token, purpose, cancellationToken))?.Subscriber;

    /// <summary>As <see cref="FindAsync"/>, with what the token says.</summary>
    public async Task<OpenedLink?> OpenAsync(string token, LinkPurpose purpose, CancellationToken cancellationToken) =>
        signer.Check(token, purpose) is { } link
        && await subscribers.FindAsync(link.SubscriberId, cancellationToken) is { Value: var subscriber }
        && (link.Epoch == subscriber.LinkEpoch || purpose == LinkPurpose.Unsubscribe) // Leaving must always work.
            ? new OpenedLink(link, subscriber)
            : null;
}

/// <param name="Link">What the token says.</param>
/// <param name="Subscriber">Whose it is.</param>
public sealed record OpenedLink(LinkToken Link, Subscriber Subscriber);
