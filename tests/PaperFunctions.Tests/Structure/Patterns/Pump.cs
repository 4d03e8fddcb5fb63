using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Structure.Patterns;

/// <summary>Looks for texts on which a pattern takes too long: a start, a piece again and again, and an end that does not match, all made of
/// the pattern's own parts.</summary>
/// <param name="longest">No text is longer, in characters.</param>
/// <param name="thorough">Many more texts, for a run of minutes.</param>
internal sealed class Pump(int longest, bool thorough)
{
    /// <summary>For all matches in one text. What is linear takes a hundredth of it on the longest text.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>A text that takes less is not tried longer.</summary>
    private static readonly TimeSpan PerCharacter = TimeSpan.FromMicroseconds(2);

    private const string End = "\u0001";

    private static readonly string[] Common = [" ", "a", "A", "1", "\n", "a ", "Aa ", ", ", "(", "<a ", "[", "\"", "\\"];

    /// <summary>The first text found that takes longer than <see cref="Limit"/>; null where none does.</summary>
    public string? Find(KnownPattern pattern)
    {
        var bound = Math.Min(longest, pattern.Longest ?? longest);
        var regex = new Regex(pattern.Text, pattern.Options, 10 * Limit);
        foreach (var (start, piece) in Texts(PatternParts.Of(pattern.Text)))
        {
            if (TimeToGrow(regex, start, piece, bound) is { } length)
            {
                return $"{pattern.Name}: {length} characters of '{start}' and then '{piece}' again and again take more than {Limit.TotalSeconds} s.";
            }
        }

        return null;
    }

    /// <summary>The length at which it takes too long; null where it never does. A text four times as long is tried only where the last one
    /// was slow, and took much more than four times as long as the one before.</summary>
    private int? TimeToGrow(Regex regex, string start, string piece, int bound)
    {
        var before = TimeSpan.Zero;
        for (var length = Math.Min(thorough ? 4_000 : 2_000, bound); ; length = Math.Min(4 * length, bound))
        {
            var text = string.Concat(start, string.Concat(Enumerable.Repeat(piece, length / piece.Length + 1)).AsSpan(0, length), End);
            var took = Time(regex, text);
            if (took > Limit)
            {
                return length;
            }

            if (length == bound || took < PerCharacter * length || took < 8 * before)
            {
                return null;
            }

            before = took;
        }
    }

    private static TimeSpan Time(Regex regex, string text)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            _ = regex.Count(text);
            return watch.Elapsed < PerCharacter * text.Length ? watch.Elapsed : Took.By(() => regex.Count(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return 10 * Limit;
        }
    }

    private IEnumerable<(string Start, string Piece)> Texts(IReadOnlyList<string[]> parts)
    {
        var shown = parts.Take(thorough ? 200 : 30).ToList();
        var pieces = shown.SelectMany(samples => samples).Concat(Common)
            .Concat(from width in Enumerable.Range(2, thorough ? 5 : 2)
                    from at in Enumerable.Range(0, Math.Max(0, shown.Count - width + 1))
                    select string.Concat(shown.Skip(at).Take(width).Select(samples => samples[0])));
        var starts = Enumerable.Range(0, Math.Min(shown.Count, thorough ? 30 : 4) + 1).Select(count => string.Concat(shown.Take(count).Select(samples => samples[0])));
        return from start in starts.Distinct().ToList()
               from piece in pieces.Distinct()
               select (start, piece);
    }
}
