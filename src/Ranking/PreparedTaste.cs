using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Ranking;

/// <summary>A taste ready to score the candidates of one set: what was asked for by name, a direction
/// learned from votes, and bonuses by author and label.</summary>
public sealed class PreparedTaste
{
    internal PreparedTaste(TasteInput input) => Input = input;

    internal TasteInput Input { get; }

    /// <summary>How near a paper is to the votes: its place along this direction, plus
    /// <see cref="Offset"/> and bonuses. Without votes, how near to the topics.</summary>
    internal float[] Direction { get; init; } = [];

    internal float Offset { get; init; }

    /// <summary>What the reader asked for by name: topics, authors, labels.</summary>
    internal IReadOnlyList<Aim> Aims { get; init; } = [];

    /// <summary>What the candidates with an author or a label get in addition; their lists are in order.</summary>
    internal IReadOnlyList<(IReadOnlyList<int> Papers, float Points)> Bonuses { get; init; } = [];

    internal IReadOnlyList<TastePart> Parts { get; init; } = [];

    internal IReadOnlySet<int> Muted { get; init; } = new HashSet<int>();

    /// <summary>As <see cref="Calibration.Narrowness"/>; 0 without likes.</summary>
    internal double Narrowness { get; init; }

    internal Calibration Calibration { get; init; }

    /// <summary>Whether there is a like that has not faded.</summary>
    internal bool HasLikes { get; init; }

    internal bool HasVotes { get; init; }

    /// <summary>Whether there is anything that speaks for a paper: a like, or something named that a candidate has.</summary>
    internal bool HasAim => HasLikes || Aims.Any(a => a.IsAuthor || a.Any);
}
