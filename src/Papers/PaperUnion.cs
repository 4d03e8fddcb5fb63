namespace PaperFunctions.Papers;

/// <summary>Two descriptions of one paper, put together.</summary>
/// <remarks>Each field is chosen by a total order over its values, so the result is the same whatever the order of arrival.</remarks>
public static class PaperUnion
{
    public static Paper Of(Paper a, Paper b)
    {
        var title = a.TitleIsId != b.TitleIsId ? (a.TitleIsId ? b : a) : Better((a.Title, a.OriginalTitle), (b.Title, b.OriginalTitle)) ? a
            : b;
        var text = Better((a.Abstract, a.OriginalAbstract), (b.Abstract, b.OriginalAbstract)) ? a : b;
        return new Paper
        {
            Title = title.Title,
            TitleIsId = title.TitleIsId,
            OriginalTitle = title.OriginalTitle,
            Abstract = text.Abstract,
            OriginalAbstract = text.OriginalAbstract,
            Authors = Longer(a.Authors, b.Authors),
            Links = [.. a.Links.Union(b.Links).OrderBy(l => l.Kind).ThenBy(l => l.Url, StringComparer.Ordinal)],
            ArxivId = First(a.ArxivId, b.ArxivId),
            Doi = First(a.Doi, b.Doi),
            Categories = [.. a.Categories.Union(b.Categories).Order(StringComparer.Ordinal)],
            Published = Earlier(a.Published, b.Published),
            Venue = Better(a.Venue ?? "", b.Venue ?? "") ? a.Venue : b.Venue,
            Upvotes = a.Upvotes is null || b.Upvotes > a.Upvotes ? b.Upvotes : a.Upvotes,
        };
    }

    /// <summary>The longer text says more; between equals, mixed case before all capitals, then ordinal order.</summary>
    private static bool Better(string a, string b)
    {
        if (a.Length != b.Length)
        {
            return a.Length > b.Length;
        }

        var lower = a.Count(char.IsLower).CompareTo(b.Count(char.IsLower));
        return lower != 0 ? lower > 0 : string.CompareOrdinal(a, b) <= 0;
    }

    /// <summary>By the text for reading; between equal ones, by what the source had.</summary>
    private static bool Better((string Text, string? Original) a, (string Text, string? Original) b) =>
        a.Text == b.Text ? Better(a.Original ?? "", b.Original ?? "") : Better(a.Text, b.Text);

    private static IReadOnlyList<string> Longer(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count != b.Count)
        {
            return a.Count > b.Count ? a : b;
        }

        return Better(string.Join('\n', a), string.Join('\n', b)) ? a : b;
    }

    private static string? First(string? a, string? b) =>
        a is null ? b : b is null || string.CompareOrdinal(a, b) <= 0 ? a : b;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) =>
        a is null ? b : b is null || a <= b ? a : b;
}
