using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Structure.Patterns;

/// <summary>Looks for texts on which a pattern takes too long: a start, a piece again and again, and an end that does not match, all made
/// of the pattern's own parts.</summary>
/// <param name="longest">No text is longer, in characters.</param>
/// <param name="thorough">Many more texts, for a run of minutes.</param>
internal sealed class Pump(int longest, bool thorough)
{
    /// <summary>For all matches in one text. What is linear takes a hundredth of it on the longest text.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>In characters: from here on processor time is told apart, which the system counts in steps of some milliseconds.</summary>
    private const int Told = 16_000;

    /// <summary>In a thorough run, so many of a pattern's texts are tried at full length, however fast they were when short.</summary>
    private const int Slowest = 20;

    /// <summary>A short text that takes more is tried longer.</summary>
    private static readonly TimeSpan PerCharacter = TimeSpan.FromMicroseconds(1);

    private const string End = "\u0001";

    private static readonly string[] Common = [" ", "a", "A", "1", "\n", "a ", "Aa ", ", ", "(", "<a ", "[", "\"", "\\"];

    /// <summary>The first text found that takes longer than <see cref="Limit"/>; null where none does.</summary>
    public string? Find(KnownPattern pattern)
    {
        var bound = Math.Min(longest, pattern.Longest ?? longest);
        var regex = new Regex(pattern.Text, pattern.Options, 10 * Limit);
        var first = Math.Min(thorough ? 4_000 : 2_000, bound);
        var tried = new List<(string Start, string Piece, TimeSpan Took)>();
        foreach (var (start, piece) in Texts(PatternParts.Of(pattern.Text)))
        {
            tried.Add((start, piece, Time(regex, Fill(start, piece, first))));
            if (tried[^1].Took > Limit)
            {
                return Sentence(pattern, start, piece, first);
            }
        }

        foreach (var (start, piece, _) in tried.OrderByDescending(one => one.Took)
            .TakeWhile((one, at) => one.Took > PerCharacter * first || (thorough && at < Slowest)))
        {
            if (TimeToGrow(regex, start, piece, first, bound) is { } length)
            {
                return Sentence(pattern, start, piece, length);
            }
        }

        return null;
    }

    /// <summary>The length at which it takes too long; null where it never does. A text four times as long is no longer tried where time is
    /// seen to grow with the length alone.</summary>
    private static int? TimeToGrow(Regex regex, string start, string piece, int first, int bound)
    {
        var before = TimeSpan.Zero;
        for (var length = first; ; length = Math.Min(4 * length, bound))
        {
            var took = Time(regex, Fill(start, piece, length));
            if (took > Limit)
            {
                return length;
            }

            if (length == bound || (before > Limit / 50 && took < 8 * before))
            {
                return null;
            }

            before = took;
        }
    }

    private static string Sentence(KnownPattern pattern, string start, string piece, int length) =>
        $"{pattern.Name}: {length} characters of '{start}' and then '{piece}' again and again take more than {Limit.TotalSeconds} s.";

    private static string Fill(string start, string piece, int length) =>
        string.Concat(start, string.Concat(Enumerable.Repeat(piece, length / piece.Length + 1)).AsSpan(0, length), End);

    private static TimeSpan Time(Regex regex, string text)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            _ = regex.Count(text);
            return text.Length < Told && watch.Elapsed < Limit ? watch.Elapsed : Took.By(() => regex.Count(text));
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
        var starts = Enumerable.Range(0, Math.Min(shown.Count, thorough ? 30 : 2) + 1)
            .Select(count => string.Concat(shown.Take(count).Select(samples => samples[0])));
        return from start in starts.Distinct().ToList()
               from piece in pieces.Distinct()
               select (start, piece);
    }
}
