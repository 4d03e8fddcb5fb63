using System.Reflection;

namespace PaperFunctions.Tests.Structure.Patterns;

/// <summary>What every pattern of the code must hold.</summary>
public static class PatternRule
{
    public const string Help =
        "Make the pattern RegexOptions.NonBacktracking, or put [Backtracks(LONGEST, \"reason\")] on it (see BacktracksAttribute) and "
        + "hold that bound in the code around it.";

    /// <summary>Patterns that are neither linear nor say why not and for how long a text.</summary>
    public static IEnumerable<string> Unmarked(Assembly assembly) =>
        KnownPattern.In(assembly).Where(one => !one.IsLinear && (one.Longest is not > 0 || one.Reason.Length < 10))
            .Select(one => $"{one.Name}: {Help}");

    /// <summary>Texts on which patterns take too long.</summary>
    /// <param name="longest">Of a text that is tried, in characters.</param>
    /// <param name="thorough">For a run of minutes.</param>
    public static IReadOnlyList<string> Slow(Assembly assembly, int longest, bool thorough)
    {
        var pump = new Pump(longest, thorough);
        return [.. KnownPattern.In(assembly).Select(pump.Find).OfType<string>()];
    }
}
