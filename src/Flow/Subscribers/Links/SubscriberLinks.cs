using Microsoft.Extensions.Options;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Links;

/// <summary>The addresses that mail to one subscriber carries.</summary>
public sealed class SubscriberLinks(LinkSigner signer, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>Votes from old mail say little of today's taste.</summary>
    private static readonly TimeSpan VoteLife = TimeSpan.FromDays(90);

    /// <summary>An old mail must still lead to the preferences.</summary>
    private static readonly TimeSpan ManageLife = TimeSpan.FromDays(180);

    /// <summary>Leaving must always work; this is for ever in practice.</summary>
    private static readonly TimeSpan UnsubscribeLife = TimeSpan.FromDays(3650);

    /// <summary>A sign-up that is not confirmed within this time must be asked for again.</summary>
    public static readonly TimeSpan ConfirmLife = TimeSpan.FromDays(3);

    public string Confirm(string subscriberId) => Signed("/confirm", LinkPurpose.Confirm, subscriberId, ConfirmLife);

    public string Preferences(string subscriberId) => Signed("/preferences", LinkPurpose.Manage, subscriberId, ManageLife);

    public string Deliveries(string subscriberId) => Signed("/deliveries", LinkPurpose.Manage, subscriberId, ManageLife);

    /// <summary>The papers of an edition's period, those that were not picked included.</summary>
    public string Edition(string subscriberId, string editionKey) => $"{Deliveries(subscriberId)}&edition={editionKey}";

    public string Unsubscribe(string subscriberId) => Signed("/unsubscribe", LinkPurpose.Unsubscribe, subscriberId, UnsubscribeLife);

    /// <summary>The headers of RFC 8058: the address is acted on by POST alone, with this very body.</summary>
    public Dictionary<string, string> OneClick(string subscriberId) => new()
    {
        ["List-Unsubscribe"] = $"<{Unsubscribe(subscriberId)}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    /// <summary>The token of <see cref="Preferences"/> alone.</summary>
    public string ManageToken(string subscriberId) =>
        signer.Sign(new LinkToken(LinkPurpose.Manage, subscriberId, clock.GetUtcNow() + ManageLife));

    /// <summary>For a vote on a page, of no edition.</summary>
    public string VoteToken(string subscriberId, PaperId paper) =>
        signer.Sign(new LinkToken(LinkPurpose.Vote, subscriberId, clock.GetUtcNow() + VoteLife, paper));

    /// <summary>The token for another purpose that the same mail carried: pages lead on by it, and no link outlives its mail by leading to
    /// others.</summary>
    /// <returns>Null where that one has expired, or <paramref name="link"/> was in no mail.</returns>
    public string? Beside(LinkToken link, LinkPurpose purpose)
    {
        var expires = link.Expires - LifeOf(link.Purpose) + LifeOf(purpose);
        var wasMailed = link.Purpose != LinkPurpose.Vote || link.EditionDay != 0;
        return wasMailed && expires > clock.GetUtcNow() ? signer.Sign(new LinkToken(purpose, link.SubscriberId, expires)) : null;
    }

    private static TimeSpan LifeOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Confirm => ConfirmLife,
        LinkPurpose.Manage => ManageLife,
        LinkPurpose.Vote => VoteLife,
        _ => UnsubscribeLife,
    };

    /// <param name="value">+1 or -1: which button the page puts first.</param>
    public string Vote(string subscriberId, PaperId paper, DateOnly edition, int value) =>
        $"{Signed("/vote", LinkPurpose.Vote, subscriberId, VoteLife, paper, edition.DayNumber)}&v={(value > 0 ? "up" : "down")}";

    private string Signed(string path, LinkPurpose purpose, string subscriberId, TimeSpan life, PaperId? paper = null, int day = 0) =>
        site.Value.Link($"{path}?t={signer.Sign(new LinkToken(purpose, subscriberId, clock.GetUtcNow() + life, paper, day))}");
}
