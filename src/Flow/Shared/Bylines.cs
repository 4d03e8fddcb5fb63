namespace PaperFunctions.Flow.Shared;

/// <summary>Authors in one line.</summary>
public static class Bylines
{
    private const int Named = 4;

    /// <summary>"A. Author, B. Author and 3 more"; empty where none are known.</summary>
    public static string Of(IReadOnlyList<string> authors)
    {
        var names = authors.Select(CleanText.Line).Where(n => n.Length > 0).ToList();
        var shown = string.Join(", ", names.Take(names.Count == Named + 1 ? Named + 1 : Named).Select(n => CleanText.Shorten(n, 80)));
        return names.Count > Named + 1 ? $"{shown} and {names.Count - Named} more" : shown;
    }
}
