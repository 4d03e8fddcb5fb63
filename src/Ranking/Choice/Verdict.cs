using PaperFunctions.Papers;

namespace PaperFunctions.Ranking;

/// <summary>Why a paper was picked, or why not.</summary>
/// <param name="Paper">The paper asked for; null if it is not among the candidates.</param>
/// <param name="Rank">Place among the candidates that were not voted on, from 1; null if it is not a candidate or is muted.</param>
/// <param name="Of">Candidates that neither a mute nor a vote excludes.</param>
/// <param name="Score">As <see cref="Pick.Score"/>; null without a rank.</param>
/// <param name="Chance">As <see cref="Pick.Chance"/>; null without a rank.</param>
/// <param name="Picked">Whether the edition would have it.</param>
/// <param name="Carried">What spoke for it, strongest first; without these its score would be lower.</param>
/// <param name="HeldBack">What spoke against it, strongest first, and what kept it out of the edition.</param>
public sealed record Verdict(
    StoredPaper? Paper,
    int? Rank,
    int Of,
    double? Score,
    double? Chance,
    bool Picked,
    IReadOnlyList<string> Carried,
    IReadOnlyList<string> HeldBack);
