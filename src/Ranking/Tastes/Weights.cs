namespace PaperFunctions.Ranking.Tastes;

/// <summary>How the parts of a taste are weighed. Chosen on digest pages by the measurement in docs/relevance.md, which also says what each is worth.</summary>
internal sealed record Weights
{
    public static Weights Default { get; } = new();

    /// <summary>What a dislike pulls, where a like pulls 1.</summary>
    public float Dislike { get; init; } = 0.3f;

    /// <summary>What keeps the direction of the votes short: the more, the more alike votes count each for itself.</summary>
    public double Penalty { get; init; } = 0.5;

    /// <summary>Topics against votes: this over the root of the number of likes.</summary>
    public float Topics { get; init; } = 2;

    /// <summary>Words of a topic that are there to the letter, against closeness in subject.</summary>
    public float Words { get; init; } = 2;

    /// <summary>Added for an author whom the reader named, in standard deviations of the score.</summary>
    public float NamedAuthor { get; init; } = 3;

    /// <summary>Added for an author of a liked paper.</summary>
    public float LikedAuthor { get; init; } = 0.5f;

    /// <summary>Times ln(share among likes / share among candidates) of a subject label or a kind of link.</summary>
    public float Label { get; init; } = 0.3f;

    /// <summary>Days in which a vote loses half its weight.</summary>
    public double HalfLifeDays { get; init; } = 180;
}
