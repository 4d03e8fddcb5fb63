namespace PaperFunctions.Papers;

/// <summary>What was found in a digest file: format, counts, what was left out, problems, time.</summary>
public sealed record Receipt
{
    /// <summary>Problems kept with their places; more of them are only counted.</summary>
    public const int MaxProblems = 100;

    /// <summary>Name of the format, or empty if none was recognised.</summary>
    public string Format { get; init; } = "";

    /// <summary>0 to 1: how sure the recognition was; 1 for an override.</summary>
    public double Confidence { get; init; }

    /// <summary>The likeliest formats, best first; at most two.</summary>
    public IReadOnlyList<FormatGuess> Guesses { get; init; } = [];

    /// <summary>The date the digest itself names.</summary>
    public DateOnly? Date { get; init; }

    public int Entries { get; init; }

    /// <summary>Entries in which nothing shows that they are papers, or that look like something else.</summary>
    public int Doubtful { get; init; }

    /// <summary>For each field of a paper, how many entries have it: "abstract" -> 217.</summary>
    public IReadOnlyDictionary<string, int> Fields { get; init; } = new Dictionary<string, int>();

    /// <summary>Parts of the content that were left out on purpose, such as columns of unknown names.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>The first ten entries, for the operator; kept only if the digest needs review.</summary>
    public IReadOnlyList<EntrySample> Sample { get; init; } = [];

    /// <summary>The first <see cref="MaxProblems"/> problems in the order of the file.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>All problems, kept or not.</summary>
    public int ProblemCount { get; init; }

    /// <summary>Bytes read.</summary>
    public long Bytes { get; init; }

    public TimeSpan Duration { get; init; }
}
