namespace PaperFunctions.Ranking.Tastes;

/// <summary>What kind of statement a part of a taste is.</summary>
internal enum TastePartKind
{
    Topic,
    Author,
    Like,
    Dislike,
}

/// <summary>One thing that the reader told us.</summary>
/// <param name="At">Its place in the interests or the votes.</param>
/// <param name="Words">The topic, the author's name or the paper's title.</param>
/// <param name="Embedding">Its vector; empty for authors.</param>
internal sealed record TastePart(TastePartKind Kind, int At, string Words, float[] Embedding)
{
    public bool IsVote => Kind is TastePartKind.Like or TastePartKind.Dislike;

    /// <summary>The taste without this part.</summary>
    public TasteInput RemoveFrom(TasteInput input) => IsVote
        ? input with { Rated = [.. input.Rated.Where((_, i) => i != At)] }
        : input with { Interests = [.. input.Interests.Where((_, i) => i != At)] };
}
