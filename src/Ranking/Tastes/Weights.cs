namespace PaperFunctions.Ranking.Tastes;

/// <summary>How the parts of a taste are weighed. Chosen on digest pages by the measurement in
/// docs/relevance.md, which also says what each is worth.</summary>
internal sealed record Weights
{
    public static Weights Default { get; } = new();

    /// <summary>How far below 0 a dislike wants its paper, where a like wants 1.</summary>
    public float Dislike { get; init; } = 0.7f;

    /// <summary>How much a dislike counts, where a like counts 1: a paper is disliked for more reasons than its subject.</summary>
    public float DislikeWeight { get; init; } = 0.25f;

    /// <summary>What keeps the direction of the votes short: the more, the more alike votes count each for itself.</summary>
    public double Penalty { get; init; } = 1;

    /// <summary>How far the votes move a paper that has a topic's words: log-odds for each standard deviation.</summary>
    public float VotesOnTopics { get; init; } = 0.4f;

    /// <summary>Log-odds that a paper by an author, or under a label, whom the reader named is wanted.</summary>
    public float Named { get; init; } = 1.4f;

    /// <summary>Added for an author of a liked paper.</summary>
    public float LikedAuthor { get; init; } = 0.5f;

    /// <summary>Times ln(share among likes / share among candidates) of a subject label or a kind of link.</summary>
    public float Label { get; init; } = 0.3f;

    /// <summary>Days in which a vote loses half its weight.</summary>
    public double HalfLifeDays { get; init; } = 180;
}
