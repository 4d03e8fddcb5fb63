using PaperFunctions.Flow.Links;
using PaperFunctions.Flow.Schedule;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Readers;

/// <summary>Who comes in with a signed link.</summary>
public sealed class KnownReader(LinkSigner signer, ISubscriberTable subscribers)
{
    /// <summary>The reader, or null where the token is not ours, not for this purpose, expired, or of somebody who is gone.</summary>
    public async Task<Subscriber?> FindAsync(string token, LinkPurpose purpose, CancellationToken cancellationToken) =>
        signer.Check(token, purpose) is { } link
            ? (await subscribers.FindAsync(link.SubscriberId, cancellationToken))?.Subscriber
            : null;
}
