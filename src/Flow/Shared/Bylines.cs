using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Shared;

/// <summary>Authors in one line.</summary>
public static class Bylines
{
    private const int Named = 4;

    /// <summary>Authors, venue and year, as far as they are known: "A. Author, B. Author · Journal of Tides · 2031".</summary>
    public static string WithPlace(Paper paper)
    {
        var venue = CleanText.Shorten(CleanText.Line(paper.Venue ?? ""), 80);
        var year = paper.Published?.Year.ToString() ?? "";
        string[] parts = [Of(paper.Authors), venue, venue.Contains(year, StringComparison.Ordinal) ? "" : year];
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    /// <summary>"A. Author, B. Author and 3 more"; empty if none are known.</summary>
    public static string Of(IReadOnlyList<string> authors)
    {
        var names = authors.Select(CleanText.Line).Where(n => n.Length > 0).ToList();
        var shown = string.Join(", ", names.Take(names.Count == Named + 1 ? Named + 1 : Named).Select(n => CleanText.Shorten(n, 80)));
        return names.Count > Named + 1 ? $"{shown} and {names.Count - Named} more" : shown;
    }
}
