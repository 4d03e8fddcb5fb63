using System.Globalization;
using System.Text;

namespace PaperFunctions.Flow.Shared;

/// <summary>Makes text from outside fit to be shown beside ours.</summary>
public static class CleanText
{
    /// <summary>One line: control characters, line breaks and runs of white space become one space, lone surrogates U+FFFD.</summary>
    /// <remarks>Directional embeddings, overrides and isolates go: one left open would reverse the text that follows it.
    /// Direction is set by our own markup instead.</remarks>
    public static string Line(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        Span<char> pair = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                AppendSpace(clean);
            }
            else if (!IsDirection(rune.Value) && !IsNoCharacter(rune.Value))
            {
                clean.Append(pair[..rune.EncodeToUtf16(pair)]);
            }
        }

        return clean.ToString().TrimEnd(' ');
    }

    private static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);

    // U+202A to U+202E embed and override, U+2066 to U+2069 isolate (Unicode Standard Annex #9, section 2).
    private static bool IsDirection(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // The last two code points of each plane and U+FDD0 to U+FDEF are no characters (Unicode Standard, section 23.7); XML forbids some.
    private static bool IsNoCharacter(int rune) => (rune & 0xFFFE) == 0xFFFE || rune is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>At most <paramref name="max"/> UTF-16 units, an ellipsis included, cut between words where that loses little
    /// and never inside a character as people see it.</summary>
    public static string Shorten(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        if (max < 2)
        {
            return "";
        }

        var end = ElementEnd(text, max - 1);
        var space = text.LastIndexOf(' ', Math.Max(0, end - 1), Math.Max(0, Math.Min(end, max / 4)));
        var kept = text[..(space > 0 ? space : end)].TrimEnd(' ', ',', ';', ':', '.');
        return kept.Length == 0 ? "" : kept + "…";
    }

    // The end of the last whole text element that ends at or before the limit; a single overlong element is left out.
    private static int ElementEnd(string text, int limit)
    {
        var end = 0;
        while (end < limit)
        {
            var next = end + StringInfo.GetNextTextElementLength(text.AsSpan(end));
            if (next > limit)
            {
                break;
            }

            end = next;
        }

        return end;
    }
}
