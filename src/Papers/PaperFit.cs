namespace PaperFunctions.Papers;

/// <summary>Cuts a paper to what one table row holds with room to spare (1 MiB, 64 KiB a property), whatever a digest brings.</summary>
public static class PaperFit
{
    /// <summary>UTF-16 units; the longest abstracts in use have about 5,000.</summary>
    public const int MaxAbstract = 20_000;

    public const int MaxTitle = 1_000;
    public const int MaxAuthors = 500;
    public const int MaxLinks = 100;
    public const int MaxCategories = 50;

    /// <summary>Longest name, category or venue.</summary>
    public const int MaxName = 200;

    /// <summary>Longest address; longer ones are left out, since half an address is none.</summary>
    public const int MaxUrl = 2_000;

    /// <summary>The same paper where it fits, as nearly all do.</summary>
    public static Paper Of(Paper paper) => Fits(paper) ? paper : paper with
    {
        Title = Cut(paper.Title, MaxTitle),
        OriginalTitle = paper.OriginalTitle?.Length > MaxTitle ? null : paper.OriginalTitle,
        Abstract = Cut(paper.Abstract, MaxAbstract),
        OriginalAbstract = paper.OriginalAbstract?.Length > MaxAbstract ? null : paper.OriginalAbstract,
        Authors = [.. paper.Authors.Take(MaxAuthors).Select(a => Cut(a, MaxName))],
        Links = [.. paper.Links.Where(l => l.Url.Length <= MaxUrl).Take(MaxLinks)],
        Categories = [.. paper.Categories.Take(MaxCategories).Select(c => Cut(c, MaxName))],
        Venue = paper.Venue is null ? null : Cut(paper.Venue, MaxName),
    };

    private static bool Fits(Paper paper) =>
        paper.Title.Length <= MaxTitle && paper.Abstract.Length <= MaxAbstract
        && (paper.OriginalTitle?.Length ?? 0) <= MaxTitle && (paper.OriginalAbstract?.Length ?? 0) <= MaxAbstract
        && paper.Authors.Count <= MaxAuthors && paper.Authors.All(a => a.Length <= MaxName)
        && paper.Links.Count <= MaxLinks && paper.Links.All(l => l.Url.Length <= MaxUrl)
        && paper.Categories.Count <= MaxCategories && paper.Categories.All(c => c.Length <= MaxName)
        && (paper.Venue?.Length ?? 0) <= MaxName;

    private static string Cut(string text, int length) => text.Length <= length
        ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
