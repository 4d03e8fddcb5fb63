namespace PaperFunctions.Papers;

/// <summary>One paper chosen for one subscriber, and why.</summary>
/// <param name="Rank">Position in the edition, from 1.</param>
/// <param name="Score">The ranker's score; comparable within one edition only.</param>
/// <param name="Chance">Calibrated chance that the subscriber is interested, 0 to 1.</param>
/// <param name="Why">A few readable words for each feature that carried the score, strongest first.</param>
/// <param name="Exploration">True for the one pick outside the interests.</param>
public sealed record Pick(int Rank, StoredPaper Paper, double Score, double Chance, IReadOnlyList<string> Why, bool Exploration = false);

/// <summary>One personal email: the papers chosen for one subscriber for one day or week.</summary>
public sealed record Edition
{
    /// <summary>Local date of the delivery in the subscriber's zone, <c>yyyy-MM-dd</c>: one edition a day at most.
    /// An edition sent out of turn has the time of its request behind the date, <c>yyyy-MM-ddTHHmmss</c>.</summary>
    public required string Key { get; init; }

    public required Subscriber Subscriber { get; init; }

    public required IReadOnlyList<Pick> Picks { get; init; }

    /// <summary>Candidates that were not picked.</summary>
    public int Others { get; init; }

    public DateOnly Date => DateOnly.ParseExact(Key.AsSpan(0, 10), "yyyy-MM-dd");
}
