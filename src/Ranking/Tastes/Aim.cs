using PaperFunctions.Ranking.Topics;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>Something that a reader asked for by name, and the candidates that have it.</summary>
/// <param name="Part">The topic or the author.</param>
/// <param name="Topic">What has the topic's words; null where <paramref name="Papers"/> count, by an author or under a label.</param>
/// <param name="Papers">In their order.</param>
internal sealed record Aim(TastePart Part, TopicMatches? Topic, IReadOnlyList<int> Papers)
{
    public bool IsAuthor => Part.Kind == TastePartKind.Author;

    /// <summary>Whether any candidate has it.</summary>
    public bool Any => Papers.Count > 0 || Topic is { Found.Length: > 0 };

    /// <summary>Log-odds that a paper is wanted for this, votes aside; null where it has nothing of it.</summary>
    public float? LogOdds(int paper) =>
        Topic is { } topic ? topic.In(paper)?.Evidence.LogOdds : Papers.Contains(paper) ? Weights.Default.Named : null;
}
