using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Background;

/// <summary>Acronyms and what they stand for, both ways. Thread-safe.</summary>
/// <param name="pairs">Acronyms in lower case with their long forms in lower case, most common first.</param>
internal sealed class Acronyms(IReadOnlyList<(string Short, string Long, int Papers)> pairs)
{
    private readonly ILookup<string, string> _longForms = pairs.ToLookup(p => p.Short, p => p.Long, StringComparer.Ordinal);
    private readonly ILookup<string, string> _shortForms = pairs.ToLookup(p => KeyOf(p.Long), p => p.Short, StringComparer.Ordinal);

    /// <summary>Most common first, with the papers that define each.</summary>
    public IReadOnlyList<(string Short, string Long, int Papers)> Pairs { get; } = pairs;

    /// <param name="acronym">In any case, also with the s of a plural: "GNNs".</param>
    public IReadOnlyList<string> LongForms(string acronym) => [.. _longForms[Singular(acronym)]];

    /// <param name="phrase">In any case; compared by stems, so plurals and hyphens do not matter.</param>
    public IReadOnlyList<string> ShortForms(string phrase) => [.. _shortForms[KeyOf(phrase)]];

    /// <summary>In lower case, without the s that follows capitals.</summary>
    public static string Singular(string acronym)
    {
        var one = acronym.Trim();
        one = one.Length > 2 && one[^1] == 's' && char.IsUpper(one[^2]) ? one[..^1] : one;
        return one.ToLowerInvariant();
    }

    /// <summary>The stems of a phrase with spaces between.</summary>
    public static string KeyOf(string phrase)
    {
        var tokens = new TokenList().ReadPhrase(phrase);
        var stems = new List<string>();
        foreach (var token in tokens.Tokens)
        {
            stems.Add(tokens.Stem(token).ToString());
        }

        return string.Join(' ', stems);
    }
}
