namespace PaperFunctions.Flow.Shared;

/// <summary>The opening sentences of a text.</summary>
public static class Sentences
{
    private static readonly string[] Abbreviations = ["e.g", "i.e", "et al", "vs", "cf", "fig", "eq", "sec", "approx", "resp", "etc", "dr",
        "no"];

    /// <param name="count">Sentences wanted, at least 1.</param>
    /// <param name="maxLength">UTF-16 units; a longer result is cut at a word, with an ellipsis.</param>
    public static string First(string text, int count, int maxLength)
    {
        text = CleanText.Line(text);
        var end = 0;
        for (var i = 0; i < count && end < text.Length; i++)
        {
            end = EndOfSentence(text, end);
        }

        return CleanText.Shorten(text[..end], maxLength);
    }

    /// <summary>A full stop, question or exclamation mark ends a sentence when a space and no lower-case letter follow; the full-width ones
    /// of
    /// Chinese and Japanese, which write no spaces, end it by themselves, closing quotes included.</summary>
    private static int EndOfSentence(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] is '。' or '？' or '！' or '｡')
            {
                return EndOfClosers(text, i + 1);
            }

            if (text[i] is not ('.' or '?' or '!' or '؟' or '।'))
            {
                continue;
            }

            var next = i + 1;
            if (next >= text.Length)
            {
                break;
            }

            if (text[next] == ' ' && next + 1 < text.Length && !char.IsLower(text[next + 1])
                && !IsAbbreviation(text.AsSpan(from, i - from)))
            {
                return next;
            }
        }

        return text.Length;
    }

    private static int EndOfClosers(string text, int at)
    {
        while (at < text.Length && text[at] is '」' or '』' or '）' or '”' or '。' or '？' or '！')
        {
            at++;
        }

        return at;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        foreach (var abbreviation in Abbreviations)
        {
            if (before.EndsWith(abbreviation, StringComparison.OrdinalIgnoreCase)
                && (before.Length == abbreviation.Length || !char.IsLetterOrDigit(before[^(abbreviation.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }
}
