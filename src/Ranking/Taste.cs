using PaperFunctions.Papers;

namespace PaperFunctions.Ranking;

/// <summary>What is known of a reader's taste: what they told us and how they voted.</summary>
/// <param name="Rated">Papers voted on, in any order.</param>
/// <param name="Now">Votes fade with age against this instant; mutes end at its date.</param>
public sealed record TasteInput(IReadOnlyList<Interest> Interests, IReadOnlyList<RatedPaper> Rated, DateTimeOffset Now);

/// <param name="Value">+1 or -1.</param>
public sealed record RatedPaper(Paper Paper, int Value, DateTimeOffset At);

/// <param name="MinimumChance">Papers below it are not picked, 0 to 1.</param>
public sealed record ChoiceOptions(EditionSize Size, double MinimumChance, bool Exploration)
{
    /// <summary>Candidates that may be picked (not sent before, within the reader's period); null for
    /// all. The others still shape the statistics.</summary>
    public Func<StoredPaper, bool>? Eligible { get; init; }
}

/// <param name="Picks">In reading order; empty where nothing qualified.</param>
/// <param name="Others">Candidates that were not picked.</param>
/// <param name="Reason">Why there are no picks, one sentence; null where there are some.</param>
public sealed record Selection(IReadOnlyList<Pick> Picks, int Others, string? Reason);
