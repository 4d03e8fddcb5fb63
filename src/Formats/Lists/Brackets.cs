using System.Text;

namespace PaperFunctions.Formats.Lists;

/// <summary>Brackets around buttons and tags.</summary>
internal static class Brackets
{
    /// <summary>Whether brackets stand right around a stretch, or are its own first and last characters.</summary>
    public static bool Around(string text, int start, int end)
    {
        var inner = text.AsSpan(start, end - start).Trim();
        if (inner is ['[', .., ']'] or ['(', .., ')'] or ['【', .., '】'])
        {
            return true;
        }

        var before = text.AsSpan(0, start).TrimEnd();
        var after = text.AsSpan(end).TrimStart();
        return before.Length > 0 && before[^1] is '[' or '(' or '【' or '|' or '（'
            && (after.IsEmpty || after[0] is ']' or ')' or '】' or ',' or '|' or ';' or '/' or '）');
    }

    /// <summary>The place behind the bracket that closes the one here; -1 where none does within the length.</summary>
    public static int Close(string text, int open, int longest)
    {
        var (opening, closing) = (text[open], text[open] switch { '(' => ')', '【' => '】', '<' => '>', _ => ']' });
        var depth = 0;
        for (var at = open; at < text.Length && at - open <= longest; at++)
        {
            depth += text[at] == opening ? 1 : text[at] == closing ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>The text without pairs of brackets that hold no letter or digit.</summary>
    public static string DropEmpty(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            kept.Append(text[at]);
            if (text[at] is ']' or ')' or '】' && EmptyFrom(kept) is var open and >= 0)
            {
                kept.Length = open;
            }
        }

        return kept.ToString();
    }

    /// <summary>Where the pair opens that the last character closes, if nothing is in it; else -1.</summary>
    private static int EmptyFrom(StringBuilder kept)
    {
        for (var at = kept.Length - 2; at >= 0 && kept.Length - at < 40 && !char.IsLetterOrDigit(kept[at]); at--)
        {
            if (kept[at] is '[' or '(' or '【')
            {
                return at;
            }
        }

        return -1;
    }
}
