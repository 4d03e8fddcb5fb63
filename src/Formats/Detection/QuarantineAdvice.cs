using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>The sentence that tells an operator how to settle a format.</summary>
internal static class QuarantineAdvice
{
    /// <param name="source">The file, or what is inside a container.</param>
    /// <param name="guesses">The likeliest formats, best first.</param>
    /// <param name="working">Those of them that find papers in the start of the file.</param>
    public static string For(DigestSource source, IReadOnlyList<FormatGuess> guesses, IReadOnlyList<string> working)
    {
        var likely = string.Join(" or ", guesses.Select(g => $"{g.Format} ({g.Confidence:P0})"));
        var undecided = likely.Length > 0
            ? $"The format could not be decided: {likely}."
            : "The format could not be decided: nothing looks like a list of papers.";
        return working.Count == 0
            ? $"{undecided} None of the formats finds a paper in its start."
            : $"{undecided} {Settle(source, working[0])}";
    }

    /// <summary>What is inside a container cannot be named from outside, but what is settled for the container holds for it.</summary>
    private static string Settle(DigestSource source, string format)
    {
        if (source is NestedSource nested)
        {
            return $"To read it as {format}, choose that for {NestedSource.ShortName(nested.Root)} on the operator's page, or set its "
                + "metadata \"format\".";
        }

        var stem = NestedSource.ShortName(Path.GetFileNameWithoutExtension(source.Name));
        return $"To read it as {format}, choose that on the operator's page, name the file {stem}.{format}.txt, or set the blob's "
            + "metadata \"format\".";
    }
}
