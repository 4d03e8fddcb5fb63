namespace PaperFunctions.Formats.Shared.Evidence;

/// <summary>Where a paper was published, as lists write it: "JIO 2026", "(arXiv 2026)", "NeurIPS'26.".</summary>
internal static class Venues
{
    private const int MostWords = 9;

    /// <summary>Whether a text is a venue or a year, and nothing more.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.Trim(" ()[]{},.;:*_|-–—");
        return text.IsEmpty
            || (TitleWords.Count(text) <= MostWords
                && (HasYear(text) || text.Equals("arxiv", StringComparison.OrdinalIgnoreCase)
                    || text.Equals("preprint", StringComparison.OrdinalIgnoreCase)))
            || (TitleWords.Count(text) <= 2 && text.Length <= 20 && !text.ContainsAny(". "));
    }

    /// <summary>Whether a text starts with a venue and its year in brackets.</summary>
    public static bool Begins(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" .,");
        if (text.Length < 6 || text[0] is not ('(' or '['))
        {
            return false;
        }

        var end = text.IndexOfAny(')', ']');
        return end is > 4 and < 60 && HasYear(text[..end]) && char.IsLetter(text[1]);
    }

    public static bool HasYear(ReadOnlySpan<char> text)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1])
                && ((at + 3 < text.Length && char.IsAsciiDigit(text[at + 3]) && text[at] is '1' or '2')
                    || (at > 0 && text[at - 1] is '\'' or '’' or '`') || at + 2 == text.Length))
            {
                return true;
            }
        }

        return false;
    }
}
