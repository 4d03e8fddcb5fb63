using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Links;

/// <summary>What a signed link is for; a token made for one purpose is worth nothing for another.</summary>
public enum LinkPurpose : byte
{
    Confirm = 1,

    /// <summary>Preferences, deliveries, taste card.</summary>
    Manage = 2,
    Unsubscribe = 3,
    Vote = 4,

    /// <summary>In a cookie: who reads, for a day.</summary>
    Session = 5,

    /// <summary>Starts a session; mailed to whoever asks to sign in.</summary>
    SignIn = 6,

    /// <summary>The feed of a subscriber's picks, and nothing else.</summary>
    Feed = 7,
}

/// <summary>The content of a signed link.</summary>
/// <param name="Paper">For votes: the paper.</param>
/// <param name="EditionDay">For votes: day number of the edition that carried the link (<see cref="DateOnly.DayNumber"/>), 0 for
/// none.</param>
public sealed record LinkToken(LinkPurpose Purpose, string SubscriberId, DateTimeOffset Expires, PaperId? Paper = null, int EditionDay = 0)
{
    /// <summary>The subscriber's <see cref="Subscriber.LinkEpoch"/> when this was signed; 0 to 65,535.</summary>
    public int Epoch { get; init; }

    /// <summary>For confirming: the subscriber's <see cref="Subscriber.ConfirmCode"/> when this was signed; else 0.</summary>
    public int ConfirmCode { get; init; }

    /// <summary>For sessions: when the mail was sent whose link began it, rounded up to the hour; null for all others.</summary>
    public DateTimeOffset? MailedAt { get; init; }
}

/// <summary>Why a text opens nothing, as far as the text itself tells.</summary>
public enum TokenFault
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>Cut short, or never a token.</summary>
    Unreadable,

    /// <summary>Changed, invented, or signed with a key that counts no more.</summary>
    Forged,
    Expired,

    /// <summary>Good in itself: for another page, or ended, or of somebody who is gone.</summary>
    NotForThis,
}
