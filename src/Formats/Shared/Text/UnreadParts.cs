using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Text;

/// <summary>Parts of HTML that nobody reads: comments, scripts, styles, and the TeX that repeats a formula.</summary>
/// <remarks>A part that does not end within a few thousand characters is text. Ends are looked for by plain search, which is so fast
/// that a text of nothing but beginnings takes no time.</remarks>
internal static partial class UnreadParts
{
    private const int LongestComment = 2_000;

    private const int LongestElement = 4_000;

    private static readonly SearchValues<char> NameSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:-");

    /// <summary>The text with a space for each such part.</summary>
    public static string Remove(string text)
    {
        StringBuilder? kept = null;
        var copied = 0;
        foreach (var begin in Begin().EnumerateMatches(text))
        {
            if (begin.Index >= copied && EndOf(text, begin) is { } end)
            {
                kept ??= new StringBuilder(text.Length);
                kept.Append(text, copied, begin.Index - copied).Append(' ');
                copied = end;
            }
        }

        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Where the part ends; null if it does not, or too late.</summary>
    private static int? EndOf(string text, ValueMatch begin)
    {
        var from = begin.Index + begin.Length;
        if (text[begin.Index + 1] == '!')
        {
            return Find(text, from, "-->", LongestComment) is { } at ? at + 3 : null;
        }

        var name = text.AsSpan(begin.Index + 1, begin.Length - 1);
        var close = string.Concat("</", name[..name.IndexOfAnyExcept(NameSigns)]);
        if (Find(text, from, close, LongestElement) is not { } found)
        {
            return null;
        }

        var end = found + close.Length;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end < text.Length && text[end] == '>' ? end + 1 : null;
    }

    private static int? Find(string text, int from, string what, int within)
    {
        var at = text.AsSpan(from, Math.Min(within + what.Length, text.Length - from)).IndexOf(what, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : from + at;
    }

    [Backtracks(256 << 10, "Generated code is several times as fast.")]
    [GeneratedRegex(@"<!--|<(?:script|style|tex-math|jats:tex-math)\b[^<>]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex Begin();
}
