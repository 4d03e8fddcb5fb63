using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web;

/// <summary>A paper as meta tags that reference managers read, such as Zotero's button.</summary>
/// <remarks>https://scholar.google.com/intl/en/scholar/inclusion.html#indexing and arXiv's own <c>citation_arxiv_id</c>.</remarks>
internal static class CitationTags
{
    public static IEnumerable<(string Name, string Content)> Of(Paper paper) => All(paper)
        .Where(tag => tag.Content is { Length: > 0 }).Select(tag => (tag.Name, CleanText.Line(tag.Content!)));

    private static IEnumerable<(string Name, string? Content)> All(Paper paper) =>
    [
        ("citation_title", paper.Title),
        .. paper.Authors.Select(author => ("citation_author", (string?)author)),
        ("citation_publication_date", paper.Published?.ToString("yyyy/MM/dd")),
        ("citation_journal_title", paper.Venue),
        ("citation_doi", paper.Doi),
        ("citation_arxiv_id", paper.ArxivId),
        ("citation_pdf_url", paper.Links.FirstOrDefault(link => link.Kind == LinkKind.Pdf)?.Url),
        ("citation_abstract", paper.Abstract),
    ];
}
