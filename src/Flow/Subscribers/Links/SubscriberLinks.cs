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

    /// <summary>A feed reader asks again and again for years; ending all links ends it.</summary>
    private static readonly TimeSpan FeedLife = TimeSpan.FromDays(3650);

    /// <summary>Leaving must always work; this is for ever in practice.</summary>
    private static readonly TimeSpan UnsubscribeLife = TimeSpan.FromDays(3650);

    /// <summary>A link to sign in is for now.</summary>
    public static readonly TimeSpan SignInLife = TimeSpan.FromHours(1);

    /// <summary>A session without a visit ends after this; each visit in its second half renews it.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(1);

    /// <summary>A sign-up that is not confirmed within this time must be asked for again.</summary>
    public static readonly TimeSpan ConfirmLife = TimeSpan.FromDays(3);

    public string Confirm(Subscriber subscriber) => Signed("/confirm", LinkPurpose.Confirm, subscriber, ConfirmLife);

    public string Preferences(Subscriber subscriber) => Signed("/preferences", LinkPurpose.Manage, subscriber, ManageLife);

    public string Deliveries(Subscriber subscriber) => Signed("/deliveries", LinkPurpose.Manage, subscriber, ManageLife);

    /// <summary>The papers of an edition's period, those that were not picked included.</summary>
    public string Edition(Subscriber subscriber, string editionKey) => $"{Deliveries(subscriber)}&edition={editionKey}";

    public string Unsubscribe(Subscriber subscriber) => Signed("/unsubscribe", LinkPurpose.Unsubscribe, subscriber, UnsubscribeLife);

    /// <summary>The headers of RFC 8058: the address is acted on by POST alone, with this very body.</summary>
    public Dictionary<string, string> OneClick(Subscriber subscriber) => new()
    {
        ["List-Unsubscribe"] = $"<{Unsubscribe(subscriber)}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    /// <summary>Starts a session that counts as just mailed.</summary>
    public string SignIn(Subscriber subscriber) => Signed("/sign-in", LinkPurpose.SignIn, subscriber, SignInLife);

    /// <summary>The token of <see cref="Preferences"/> alone.</summary>
    public string ManageToken(Subscriber subscriber) => Token(LinkPurpose.Manage, subscriber, ManageLife);

    /// <summary>The feed of what the subscriber was sent. It outlives the mail that led to it by far: only for who has just proved to be
    /// the subscriber.</summary>
    public string Feed(Subscriber subscriber) => Signed("/picks.xml", LinkPurpose.Feed, subscriber, FeedLife);

    /// <summary>For a vote on a page, of no edition.</summary>
    public string VoteToken(Subscriber subscriber, PaperId paper) => Token(LinkPurpose.Vote, subscriber, VoteLife, paper);

    /// <summary>For the cookie of a session; it ends when the link that began it would.</summary>
    /// <param name="mailedAt">When the mail was sent whose link began it.</param>
    public (string Token, DateTimeOffset Expires) Session(Subscriber subscriber, DateTimeOffset mailedAt)
    {
        var expires = new[] { clock.GetUtcNow() + SessionLife, mailedAt + ManageLife }.Min();
        var token = new LinkToken(LinkPurpose.Session, subscriber.Id, expires) { Epoch = subscriber.LinkEpoch, MailedAt = mailedAt };
        return (signer.Sign(token), expires);
    }

    /// <summary>When the mail was sent that carried a link, rounded up to the hour.</summary>
    public static DateTimeOffset MailedAt(LinkToken link) => link.MailedAt ?? link.Expires - LifeOf(link.Purpose);

    /// <summary>The token for another purpose that the same mail carried: pages lead on by it, and no link outlives its mail by leading to
    /// others.</summary>
    /// <returns>Null if that one has expired, or <paramref name="link"/> was in no mail.</returns>
    public string? Beside(LinkToken link, LinkPurpose purpose)
    {
        var wasMailed = link.Purpose != LinkPurpose.Vote || link.EditionDay != 0;
        return wasMailed ? Mailed(link.SubscriberId, link.Epoch, MailedAt(link), purpose) : null;
    }

    /// <summary>The token that a mail of that time carried; null if it has expired.</summary>
    public string? Mailed(Subscriber subscriber, DateTimeOffset mailedAt, LinkPurpose purpose) =>
        Mailed(subscriber.Id, subscriber.LinkEpoch, mailedAt, purpose);

    private string? Mailed(string subscriberId, int epoch, DateTimeOffset mailedAt, LinkPurpose purpose)
    {
        var expires = mailedAt + LifeOf(purpose);
        return expires > clock.GetUtcNow() ? signer.Sign(new LinkToken(purpose, subscriberId, expires) { Epoch = epoch }) : null;
    }

    private static TimeSpan LifeOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Confirm => ConfirmLife,
        LinkPurpose.Manage => ManageLife,
        LinkPurpose.Vote => VoteLife,
        LinkPurpose.Session => SessionLife,
        LinkPurpose.SignIn => SignInLife,
        LinkPurpose.Feed => FeedLife,
        _ => UnsubscribeLife,
    };

    /// <param name="value">+1 or -1: which button the page puts first.</param>
    public string Vote(Subscriber subscriber, PaperId paper, DateOnly edition, int value) =>
        $"{Signed("/vote", LinkPurpose.Vote, subscriber, VoteLife, paper, edition.DayNumber)}&v={(value > 0 ? "up" : "down")}";

    private string Signed(string path, LinkPurpose purpose, Subscriber subscriber, TimeSpan life, PaperId? paper = null, int day = 0) =>
        site.Value.Link($"{path}?t={Token(purpose, subscriber, life, paper, day)}");

    private string Token(LinkPurpose purpose, Subscriber subscriber, TimeSpan life, PaperId? paper = null, int day = 0) =>
        signer.Sign(new LinkToken(purpose, subscriber.Id, clock.GetUtcNow() + life, paper, day)
        {
            Epoch = subscriber.LinkEpoch,
            ConfirmCode = purpose == LinkPurpose.Confirm ? subscriber.ConfirmCode : 0,
        });
}
