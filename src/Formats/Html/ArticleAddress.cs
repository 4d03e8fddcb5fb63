using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.Html;

/// <summary>Tells addresses of single papers from those of journals, issues and shops.</summary>
internal static partial class ArticleAddress
{
    /// <summary>Whether the address holds an arXiv id or a DOI, or has the shape of a publisher's addresses of papers.</summary>
    public static bool Is(string url) =>
        url.Length is > 12 and < 2000 && url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && (new KnownIds(null, null).WithLink(url) != default || (Shape().IsMatch(url) && !Issue().IsMatch(url)));

    /// <summary>A word for a paper in the path, and behind it a number or a key with digits.</summary>
    [GeneratedRegex(@"^https?://[^/?#]+/(?:[^?#]*/)?(?:articles?|article-abstract|fulltext|full|abs|abstract|content|pii|papers?|" +
        @"documents?|pdf|pdfs|chapter|view|record|publications?)/[^?#]*\d|" +
        @"^https?://(?:openreview\.net/(?:forum|pdf)\?|aclanthology\.org/.|pubmed\.ncbi\.nlm\.nih\.gov/\d|" +
        @"www\.ncbi\.nlm\.nih\.gov/pubmed/\d|www\.mdpi\.com/\d{4}-[\dX]{4}/\d|" +
        @"www\.sciencedirect\.com/science\?|www\.sciencedirect\.com/science/article|proceedings\.[^/]+/.+\d|papers\.ssrn\.com/sol3)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();

    [GeneratedRegex(@"/(?:toc|issues?|current|volume|journal-home|collections?|special_issues|events|subjects?|authors?|login|account|" +
        @"alerts?|jobs?|news-and-events)(?:/|$|\?)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Issue();
}
