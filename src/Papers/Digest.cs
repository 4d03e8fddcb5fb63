namespace PaperFunctions.Papers;

/// <summary>One paper's place in one digest.</summary>
/// <param name="Rank">Position in the digest, from 1.</param>
/// <param name="Line">Line on which the entry starts, from 1; 0 where the format has no lines.</param>
public sealed record Entry(int Rank, int Line, Paper Paper);

/// <summary>Something in a digest that could not be read, and where.</summary>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Reason">One sentence: what is wrong and, where it helps, what to do.</param>
/// <param name="Column">From 1, where known.</param>
/// <param name="Byte">Offset from the start of the file, where a line says nothing (binary, one-line files).</param>
public sealed record Problem(int Line, string Reason, int? Column = null, long? Byte = null);

/// <summary>A format that the content may be in.</summary>
/// <param name="Confidence">0 (surely not) to 1 (surely).</param>
public sealed record FormatGuess(string Format, double Confidence);

/// <summary>What became of a digest.</summary>
public enum DigestState
{
    /// <summary>Being read, or left there by a run that stopped; the next run starts again.</summary>
    Reading,

    /// <summary>All entries are in the tables, not yet all in the search index.</summary>
    Stored,

    /// <summary>All entries are in the tables and in the index.</summary>
    Indexed,

    /// <summary>As <see cref="Stored"/> or <see cref="Indexed"/>, but parts of the file could not be read.</summary>
    Partial,

    /// <summary>No paper could be read.</summary>
    Failed,

    /// <summary>The format could not be decided; a format override settles it.</summary>
    Quarantined,
}

/// <summary>What was found in a digest file: format, counts, problems, time.</summary>
public sealed record Receipt
{
    /// <summary>Problems kept with their places; further ones are only counted.</summary>
    public const int MaxProblems = 100;

    /// <summary>Name of the format, or empty where none was recognised.</summary>
    public string Format { get; init; } = "";

    /// <summary>0 to 1: how sure the recognition was; 1 for an override.</summary>
    public double Confidence { get; init; }

    /// <summary>The likeliest formats, best first; at most two.</summary>
    public IReadOnlyList<FormatGuess> Guesses { get; init; } = [];

    /// <summary>The date the digest itself names.</summary>
    public DateOnly? Date { get; init; }

    public int Entries { get; init; }

    /// <summary>For each field of a paper, how many entries have it: "abstract" -> 217.</summary>
    public IReadOnlyDictionary<string, int> Fields { get; init; } = new Dictionary<string, int>();

    /// <summary>The first <see cref="MaxProblems"/> problems in the order of the file.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>All problems, kept or not.</summary>
    public int ProblemCount { get; init; }

    /// <summary>Bytes read.</summary>
    public long Bytes { get; init; }

    public TimeSpan Duration { get; init; }
}
