namespace PaperFunctions.Papers;

/// <summary>Where to look for a paper whose address is not known: searches for its exact title.</summary>
public static class PaperSearches
{
    /// <summary>Search engines cut longer queries; this many characters of a title are unique enough.</summary>
    private const int MaxLength = 200;

    /// <summary>One search, for a mail: Google Scholar finds papers of every field.</summary>
    public static string First(string title) => $"https://scholar.google.com/scholar?q=%22{Query(title)}%22";

    /// <summary>All searches, each with the name of its site.</summary>
    public static IReadOnlyList<(string Site, string Url)> All(string title) =>
    [
        ("arXiv", $"https://arxiv.org/search/?query=%22{Query(title)}%22&searchtype=title"),
        ("Google Scholar", First(title)),
        ("Semantic Scholar", $"https://www.semanticscholar.org/search?q=%22{Query(title)}%22"),
    ];

    /// <summary>The title as a quoted query holds it: no quotes, one space between words, cut between words.</summary>
    private static string Query(string title)
    {
        var words = title.Split([.. " \t\r\n\"“”"], StringSplitOptions.RemoveEmptyEntries);
        var query = string.Join(' ', words);
        if (query.Length > MaxLength)
        {
            var end = query.LastIndexOf(' ', MaxLength);
            query = query[..(end > 0 ? end : char.IsHighSurrogate(query[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        }

        return Uri.EscapeDataString(query);
    }
}
