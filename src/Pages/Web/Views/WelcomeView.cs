namespace PaperFunctions.Pages.Web.Views;

/// <summary>The page after an address is confirmed.</summary>
public sealed record WelcomeView(PageFrame Frame)
{
    /// <summary>When the first edition is due, in words; null if none is.</summary>
    public string? Next { get; init; }

    /// <summary>What an edition would hold now, best first.</summary>
    public IReadOnlyList<PaperCardView> Papers { get; init; } = [];

    /// <summary>Why there are none; null if there are, or if it is not known.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<UnmatchedTopicView> Unmatched { get; init; } = [];
}
