using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Ranking;

/// <summary>A taste ready to score the candidates of one set: a direction, the words of the topics, and bonuses by author and label.</summary>
public sealed class PreparedTaste
{
    internal PreparedTaste(TasteInput input) => Input = input;

    internal TasteInput Input { get; }

    /// <summary>A paper's score is its place along this direction, plus <see cref="Offset"/>, words and bonuses.</summary>
    internal float[] Direction { get; init; } = [];

    internal float Offset { get; init; }

    /// <summary>Words of the topics and what each match is multiplied by.</summary>
    internal IReadOnlyList<(int Word, float Factor)> Words { get; init; } = [];

    /// <summary>What the candidates with an author or a label get in addition; their lists are in order.</summary>
    internal IReadOnlyList<(IReadOnlyList<int> Papers, float Points)> Bonuses { get; init; } = [];

    internal IReadOnlyList<TastePart> Parts { get; init; } = [];

    internal IReadOnlySet<int> Muted { get; init; } = new HashSet<int>();

    internal Calibration Calibration { get; init; }

    /// <summary>Whether there is anything that speaks for a paper: a like, an author, or a topic with a known word.</summary>
    internal bool HasAim { get; init; }
}
