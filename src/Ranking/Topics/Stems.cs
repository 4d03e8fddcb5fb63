using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Topics;

/// <summary>Forms of one word that the light stemmer keeps apart.</summary>
internal static class Stems
{
    private const int LeastRoot = 4;

    /// <summary>Endings that make a word of another kind, longest first: "recommender", "recommendation"
    /// and "recommend" share a root.</summary>
    private static readonly string[] Endings =
    [
        "isation", "ization", "ational", "ation", "ition", "ator", "ical", "ional", "able", "ible", "ment", "ness", "ance", "ence",
        "ity", "ive", "ing", "ion", "ic", "al", "er", "or", "ed", "en", "ly", "y", "e",
    ];

    /// <summary>What a stem and its kin have in common; at least four letters, or the stem itself.</summary>
    public static ReadOnlySpan<char> Root(ReadOnlySpan<char> stem)
    {
        foreach (var ending in Endings)
        {
            if (stem.Length - ending.Length >= LeastRoot && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                return stem[..^ending.Length];
            }
        }

        return stem;
    }

    /// <summary>The stem of two words written as one.</summary>
    public static string Joined(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        Span<char> whole = stackalloc char[2 * WordReader.MaxLength];
        first.CopyTo(whole);
        second.CopyTo(whole[first.Length..]);
        whole = whole[..(first.Length + second.Length)];
        return whole[..Stemmer.Stem(whole)].ToString();
    }

    /// <summary>The stem as the other side of the Atlantic spells it; null where it is spelled the same.</summary>
    public static string? OtherSpelling(string stem)
    {
        foreach (var (one, other) in (ReadOnlySpan<(string, string)>)[("isation", "ization"), ("is", "iz"), ("our", "or"),
            ("centr", "center"), ("ell", "el")])
        {
            if (stem.Length > one.Length + 1 && stem.EndsWith(one, StringComparison.Ordinal))
            {
                return string.Concat(stem.AsSpan(0, stem.Length - one.Length), other);
            }

            if (stem.Length > other.Length + 1 && stem.EndsWith(other, StringComparison.Ordinal))
            {
                return string.Concat(stem.AsSpan(0, stem.Length - other.Length), one);
            }
        }

        return null;
    }
}
