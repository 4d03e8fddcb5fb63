using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

public sealed record PreferencesView
{
    public required PageFrame Frame { get; init; }

    /// <summary>Posted back with each form.</summary>
    public required string Token { get; init; }

    /// <summary>Leads to the page that unsubscribes; tokens are for one purpose each.</summary>
    public required string UnsubscribeToken { get; init; }

    /// <summary>Absolute address of the reader's feed; null where the reader's mail is too old to be shown it.</summary>
    public string? FeedUrl { get; init; }

    public required string Email { get; init; }

    public required SubscriberState State { get; init; }

    public required PreferencesForm Form { get; init; }

    public required IReadOnlyList<string> Zones { get; init; }

    public TasteCardView Taste { get; init; } = new([], [], []);

    /// <summary>When the next edition is due, in words; null where none is.</summary>
    public string? Next { get; init; }

    /// <summary>What the last form did: "Saved."; null where there was none.</summary>
    public string? Done { get; init; }

    /// <summary>What the last form could not do, where no field of <see cref="Form"/> is to blame.</summary>
    public string? Error { get; init; }

    /// <summary>A phrase that was asked to be muted, and what it would hide; null where none was.</summary>
    public MuteView? Mute { get; init; }

    /// <summary>The phrase that was just muted, to take it back.</summary>
    public string? Muted { get; init; }

    /// <summary>Topics just saved that nothing of the last days matches.</summary>
    public IReadOnlyList<UnmatchedTopicView> Unmatched { get; init; } = [];
}

/// <param name="Hidden">Papers that it would hide.</param>
/// <param name="Of">Newest papers that were looked at.</param>
/// <param name="Titles">A few of the hidden ones.</param>
public sealed record MuteView(string Phrase, int Hidden, int Of, IReadOnlyList<string> Titles);

/// <param name="Suggestion">The topic as papers spell it; null where there is nothing near.</param>
public sealed record UnmatchedTopicView(string Topic, string? Suggestion);

/// <summary>What was learned of a subscriber's taste.</summary>
public sealed record TasteCardView(IReadOnlyList<TasteTermView> Terms, IReadOnlyList<TasteTermView> Authors, IReadOnlyList<VoteView> Votes);

/// <param name="Weight">-1 (pushes away) to 1 (draws), relative to the strongest.</param>
public sealed record TasteTermView(string Text, double Weight);

/// <param name="Value">1 or -1.</param>
public sealed record VoteView(PaperId Paper, string Title, int Value, DateTimeOffset At);
