namespace PaperFunctions.Papers;

/// <summary>A person with an address, interests, a delivery hour and a time zone.</summary>
public sealed record Subscriber
{
    /// <summary>32 lower-case hex digits.</summary>
    public required string Id { get; init; }

    public required string Email { get; init; }

    public SubscriberState State { get; init; }

    public IReadOnlyList<Interest> Interests { get; init; } = [];

    public DeliveryPlan Plan { get; init; } = new();

    public EditionSize Size { get; init; } = EditionSize.Default;

    /// <summary>Whether one pick an edition may lie outside the interests, labelled as such.</summary>
    public bool Exploration { get; init; } = true;

    /// <summary>Papers that arrived up to here were considered for an earlier edition.</summary>
    public DateTimeOffset LastCutoff { get; init; }

    /// <summary>When the next edition is due; a due row at another instant is out of date. Null while nothing is planned.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>When the confirmation mails of the last day went out, oldest first: there are only so many.</summary>
    public IReadOnlyList<DateTimeOffset> ConfirmationsSentAt { get; init; } = [];

    /// <summary>While a confirmation mail is being sent: nobody else sends one before this instant.</summary>
    public DateTimeOffset? ConfirmationClaimedUntil { get; init; }

    /// <summary>When mails with a link to sign in went out in the last day, oldest first: there are only so many.</summary>
    public IReadOnlyList<DateTimeOffset> SignInsSentAt { get; init; } = [];

    /// <summary>While a mail with a link to sign in is being sent, as <see cref="ConfirmationClaimedUntil"/>.</summary>
    public DateTimeOffset? SignInClaimedUntil { get; init; }

    /// <summary>Counts how often the person has ended all their links: a link of an earlier epoch opens nothing any more.</summary>
    public int LinkEpoch { get; init; }

    /// <summary>Stands in the links that confirm: a link with another number does nothing. It changes when one was used, and when the
    /// person leaves or is suppressed. 0 in rows and links of earlier releases.</summary>
    public int ConfirmCode { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How this person came to agree, where an operator brought them along; null for who signed up here.</summary>
    public Consent? Consent { get; init; }
}

/// <summary>Where and when somebody agreed to get mail, as an operator noted it.</summary>
/// <param name="Import">The import that brought them.</param>
public sealed record Consent(string Note, DateTimeOffset At, string Import);

public enum SubscriberState
{
    /// <summary>Signed up, address not yet confirmed: gets no edition.</summary>
    Pending,
    Active,
    Unsubscribed,

    /// <summary>The address bounced or reported spam: never mailed again, not even to ask whether it works.</summary>
    Suppressed,
}

/// <summary>When a subscriber wants mail.</summary>
public sealed record DeliveryPlan
{
    /// <summary>Hour of the day in <see cref="Zone"/>, 0 to 23.</summary>
    public int Hour { get; init; } = 7;

    /// <summary>IANA time zone, <c>Europe/Zurich</c>.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>Days with an edition; one day makes a weekly subscriber. Never empty.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = Everyday;

    /// <summary>No mail before this local date.</summary>
    public DateOnly? PausedUntil { get; init; }

    public static IReadOnlyList<DayOfWeek> Everyday { get; } = Enum.GetValues<DayOfWeek>();
}

/// <summary>How long an edition may be: in papers, or in minutes of reading.</summary>
/// <param name="Papers">1 to 50, or null where minutes rule.</param>
/// <param name="Minutes">1 to 120, or null if papers rule.</param>
public sealed record EditionSize(int? Papers, int? Minutes)
{
    public static EditionSize Default { get; } = new(8, null);
}

/// <summary>What a subscriber told us.</summary>
/// <param name="Until">For a muted phrase: the last day it counts; null for ever.</param>
public sealed record Interest(InterestKind Kind, string Text, DateOnly? Until = null);

public enum InterestKind
{
    Topic,
    Author,

    /// <summary>Papers with this phrase are never picked.</summary>
    Muted,
}

/// <param name="Value">+1 (more like this) or -1 (less).</param>
/// <param name="EditionDay">Day number of the edition whose link was used (<see cref="DateOnly.DayNumber"/>), 0 for none.</param>
public sealed record Vote(PaperId Paper, int Value, DateTimeOffset At, int EditionDay = 0)
{
    /// <summary>Papers in that edition; 0 if it is not known.</summary>
    public int EditionPapers { get; init; }

    /// <summary>What the subscriber brought along of a paper that no digest has; null for papers that are known here. It is learned from
    /// and shown to nobody else.</summary>
    public Paper? Brought { get; init; }

    /// <summary>The paper as the digests described it when the vote was cast: learning from a hundred votes takes one query instead of a
    /// hundred reads. Null in rows of earlier releases, for papers without an abstract, and for what was brought along.</summary>
    public Paper? Text { get; init; }
}
