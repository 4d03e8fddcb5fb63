namespace PaperFunctions.Pages.Web.Views;

/// <summary>The page after an address is confirmed.</summary>
public sealed record WelcomeView(PageFrame Frame)
{
    /// <summary>When the first edition is due, in words; null where none is.</summary>
    public string? Next { get; init; }

    /// <summary>What an edition would hold now, best first.</summary>
    public IReadOnlyList<PaperCardView> Papers { get; init; } = [];

    /// <summary>Why there are none; null where there are, or where it is not known.</summary>
    public string? Reason { get; init; }

    /// <summary>More papers to vote on.</summary>
    public IReadOnlyList<PaperCardView> ToRate { get; init; } = [];

    /// <summary>Posted back with the wish to get the papers as a mail; null where no mail is offered.</summary>
    public string? MailToken { get; init; }

    /// <summary>The mail was asked for just now.</summary>
    public bool IsOnItsWay { get; init; }

    public IReadOnlyList<UnmatchedTopicView> Unmatched { get; init; } = [];
}
