using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>The paper that a page is about, by its meta tags: those for Google Scholar first
/// (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), then Dublin Core and PRISM, then JSON-LD.</summary>
internal static class ArticleHead
{
    /// <summary>Shorter descriptions name the journal or the site.</summary>
    private const int ShortestDescription = 200;

    /// <summary>Fills the draft; false where the page is not about one paper.</summary>
    public static bool Describe(PageHead head, PaperDraft draft)
    {
        if (!IsByTags(head) && !ArticleRecord.Describe(head, draft))
        {
            return false;
        }

        draft.Title = head.First("citation_title") ?? (IsByTags(head) ? head.First("dc.title", "prism.title") : null) ?? draft.Title;
        draft.Venue ??= head.First("citation_journal_title", "citation_conference_title", "citation_inbook_title", "prism.publicationname");
        draft.Published = Published(head) ?? draft.Published;
        AddIds(head, draft);
        draft.AddAuthors(Authors(head));
        ArticleRecord.Describe(head, draft);
        return true;
    }

    /// <summary>The abstract as the tags have it; null where they have none.</summary>
    public static string? Abstract(PageHead head) =>
        head.First("citation_abstract", "dcterms.abstract", "dc.description.abstract", "eprints.abstract");

    /// <summary>What may be the abstract, or its start, where the page has no better.</summary>
    public static string? Description(PageHead head, string title) =>
        new[] { "dc.description", "dcterms.description", "og.description", "twitter.description", "description" }
            .SelectMany(head.All).Where(text => text.Length >= ShortestDescription && ArticleBody.IsAbout(text, title))
            .MaxBy(text => text.Length);

    /// <summary>Lists of papers name their own title and author too, but neither a paper's title nor a DOI.</summary>
    private static bool IsByTags(PageHead head) =>
        head.First("citation_title") is not null ||
        (head.First("dc.title") is not null && head.First("dc.creator", "dc.contributor") is not null
            && (Doi(head) is not null || head.First("citation_journal_title") is not null));

    private static string? Doi(PageHead head) =>
        new[] { "citation_doi", "prism.doi", "bepress_citation_doi", "dc.identifier.doi", "dc.identifier", "dcterms.identifier", "doi" }
            .SelectMany(head.All).Select(Dois.Parse).FirstOrDefault(doi => doi is not null);

    private static DateOnly? Published(PageHead head) =>
        new[] { "citation_publication_date", "citation_date", "citation_online_date", "prism.publicationdate", "dc.date.issued", "dc.date",
            "dcterms.date", "article.published_time" }
            .Select(name => Dates.Parse(head.First(name))).FirstOrDefault(date => date is not null);

    private static void AddIds(PageHead head, PaperDraft draft)
    {
        draft.Ids = draft.Ids.With(ArxivIds.Parse(head.First("citation_arxiv_id")), null).With(null, Doi(head));
        foreach (var address in (string?[])[head.First("citation_abstract_html_url", "citation_public_url"), head.Address,
            head.First("og.url"), head.First("citation_fulltext_html_url")])
        {
            draft.AddLink(address);
        }

        draft.AddLink(head.First("citation_pdf_url"), LinkKind.Pdf);
        draft.AddLink(draft.Ids.Doi is { } doi ? "https://doi.org/" + doi : null);
    }

    private static IEnumerable<string> Authors(PageHead head)
    {
        var one = new[] { "citation_author", "bepress_citation_author", "dc.creator", "dc.contributor" }.Select(head.All)
            .FirstOrDefault(found => found.Count > 0) ?? [];
        return one.Count > 1 ? one.Select(Names.One)
            : one.Count == 1 ? Names.Many(one[0])
            : Names.Many(head.First("citation_authors"));
    }
}
