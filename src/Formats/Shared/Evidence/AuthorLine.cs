using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Evidence;

/// <summary>Tells a line of authors from other lines, and takes it apart.</summary>
internal static partial class AuthorLine
{
    private const int LongestLine = 1500;

    /// <summary>Characters of a field of names that are split; the largest collaborations have a tenth of them.</summary>
    private const int LongestSplit = 256 << 10;

    private const int MostWordsInName = 5;

    /// <summary>Names with a separator between them, and nothing else.</summary>
    public static bool LooksLike(string line)
    {
        if (line.Length is < 5 or > LongestLine || line.EndsWith('?') || line.Contains(':', StringComparison.Ordinal)
            || !HasSeparator(line) || !NameWords.MayBeAll(line))
        {
            return false;
        }

        var text = Plain(line);
        return !text.Contains('(', StringComparison.Ordinal) && Fields.Names.Many(text).ToList() is { Count: >= 2 } names
            && names.TrueForAll(name => IsName(name));
    }

    private static bool HasSeparator(string line) =>
        line.AsSpan().IndexOfAny(",;&·|") >= 0 || line.Contains("and", StringComparison.Ordinal);

    /// <summary>One name, two to five capitalised words, perhaps with initials and particles.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        var (words, last) = (0, ' ');
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.IsEmpty)
            {
                continue;
            }

            if (++words > MostWordsInName || (words == 1 && word is "The" or "A" or "Our" or "This" or "New" or "Get" or "List")
                || !NameWords.Is(word))
            {
                return false;
            }

            last = word[0];
        }

        return words >= 2 && char.IsUpper(last);
    }

    /// <summary>The names with which a text starts; none where it starts otherwise. One name is enough before "et al." only.</summary>
    public static IReadOnlyList<string> Names(string text) => Take(text).Names;

    /// <summary>As <see cref="Names"/>, and what stands behind them.</summary>
    public static (IReadOnlyList<string> Names, string Behind) Take(string text)
    {
        if (text.Length > LongestLine || !NameWords.MayBeAll(text, 2))
        {
            return ([], text);
        }

        var names = new List<string>();
        var at = 0;
        foreach (var part in NameEnds().EnumerateMatches(text))
        {
            var name = Noise().Replace(text[at..part.Index], "").Trim();
            if (!IsName(name))
            {
                break;
            }

            names.Add(name);
            at = part.Index + part.Length;
        }

        var match = Others().Match(text, at);
        var others = match.Success;
        at += match.Length;
        return names.Count >= 2 || (names.Count == 1 && others)
            ? (names, text[at..].TrimStart(' ', '.', ',', ';', ':', '-', '–', '—'))
            : ([], text);
    }

    /// <summary>Names as citations have them: "Amsel, Ada, Ben Quill, and Cleo Tern.", "Amsel, A.,
    /// Quill, B.", perhaps with "et al.".</summary>
    public static IReadOnlyList<string> Cited(string text)
    {
        text = text.Trim(' ', '.', ',', ':', '"', '“', '-', '–', '—', '*', '(');
        if (text.Length is < 5 or > LongestLine || text.Contains(':', StringComparison.Ordinal))
        {
            return [];
        }

        if (Names(text) is { Count: > 0 } names)
        {
            return names;
        }

        if (!NameWords.MayBeAll(text))
        {
            return [];
        }

        var others = text.Contains("et al", StringComparison.OrdinalIgnoreCase);
        var cited = Split(text);
        return (others || HasSeparator(text))
            && cited.All(name => name.Split(' ') is { Length: <= MostWordsInName } words
                && Array.TrueForAll(words, word => NameWords.Is(word))) ? cited : [];
    }

    /// <summary>Where one name ends that a full stop or a dash and a sentence follow: "Ada Example. We light one head."; else 0.</summary>
    public static int EndOfName(string text)
    {
        for (var at = 5; at < Math.Min(text.Length - 1, 60); at++)
        {
            if (text[at] is '—' or '–' || (text[at] == '.' && text[at + 1] == ' ' && char.IsLower(text[at - 1])))
            {
                return IsName(text.AsSpan(0, at).Trim()) ? at : 0;
            }
        }

        return 0;
    }

    /// <summary>The names as "Given Family", without marks, numbers and "et al.".</summary>
    public static IReadOnlyList<string> Split(string line) => [.. Fields.Names.Many(Plain(line)).Where(name => name.Length > 1).Take(1000)];

    /// <summary>Without marks and numbers, and without the full stop behind the last name; that of an initial stays.</summary>
    private static string Plain(string line)
    {
        line = Noise().Replace(line.Length > LongestSplit ? line[..LongestSplit] : line, " ").Trim().TrimEnd(',', ';').Trim();
        return line is [.., not (>= 'A' and <= 'Z'), '.'] ? line.TrimEnd('.') : line;
    }

    /// <summary>What stands between names, and the end of the last one.</summary>
    [Backtracks(LongestSplit, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\s{0,9}[,;]\s{0,9}(?:and\s{1,9}|&\s{0,9})?|\s{1,9}(?:and|&)\s{1,9}|(?<=[\p{Ll}*†‡\d])\.(?=\s|$)|" +
        @"\s{1,9}(?=et\.? ?al\b)|\s{0,9}(?=[\[(])|(?<=\p{Ll})\s{1,9}[-–—:|]\s{1,9}|\s{0,9}$")]
    private static partial Regex NameEnds();

    [Backtracks(LongestSplit, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\G\s*(?:\([^()]{1,80}\)\s*)?(?:and\s+)?(?:et\.? ?al\.?|\(\d+ more authors?\)|others|\.{3}|…)[.,;]?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [Backtracks(LongestSplit, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\bet al\.?|\(\d+ more authors?\)|[*†‡§¶¹²³⁰-⁹]+|\(equal contribution\)|(?<=\p{L})\d+(?:,\d+)*")]
    private static partial Regex Noise();
}
