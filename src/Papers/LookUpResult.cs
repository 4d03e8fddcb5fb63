using System.Globalization;

namespace PaperFunctions.Papers;

/// <summary>What came of looking a paper up in public catalogues.</summary>
/// <param name="At">When they were asked last, UTC.</param>
public sealed record LookUpResult(LookUpOutcome Outcome, DateTimeOffset At)
{
    /// <summary>The catalogue that the outcome is from, as readers know it: "arXiv"; null where none knew the paper.</summary>
    public string? Catalogue { get; init; }

    /// <summary>When they are asked again, UTC; null where they are not.</summary>
    public DateTimeOffset? Again { get; init; }

    /// <summary>The result in a sentence or two.</summary>
    public override string ToString() => Outcome == LookUpOutcome.Found
        ? $"Found at {Catalogue} on {Day(At)}."
        : $"Looked for on {Day(At)}{Finding}. {(Again is { } again ? $"Asked again on {Day(again)}." : "Not asked again.")}";

    private string Finding => Outcome switch
    {
        LookUpOutcome.Ambiguous => $": {Catalogue} has several papers with this title, so none was taken",
        LookUpOutcome.Doubtful => $": {Catalogue} has a paper with this title, but nothing shows that it is this one, so it was not taken",
        _ => ", not found",
    };

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

public enum LookUpOutcome
{
    /// <summary>No catalogue knew it.</summary>
    NotFound,

    Found,

    /// <summary>More than one paper fits.</summary>
    Ambiguous,

    /// <summary>The title is the same, but year, authors or abstract differ, or there is nothing to compare.</summary>
    Doubtful,
}
