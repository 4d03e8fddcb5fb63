using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Xml;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>PubMed's XML, as its API and its yearly files have it
/// (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/current/index.html).</summary>
public sealed class PubMedXml : IDigestFormat
{
    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase) { "PubmedArticleSet",
        "PubmedBookArticleSet" };

    public string Name => "pubmed-xml";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => XmlHead.Root(head.Text) switch
    {
        "pubmedarticleset" => 0.97,
        "pubmedarticle" when head.Text.Contains("<MedlineCitation", StringComparison.Ordinal) => 0.97,
        _ => 0,
    };

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(XmlRecords.ReadAsync(content, Containers, cancellationToken), Describe, cancellationToken);

    private static bool Describe(XmlTree record, PaperDraft draft)
    {
        if (record.Name is not ("PubmedArticle" or "PubmedBookArticle"))
        {
            return false;
        }

        var citation = record.Child("MedlineCitation") ?? record.Child("BookDocument");
        var article = citation?.Child("Article") ?? citation;
        draft.Title = Title(article?.First("ArticleTitle", "VernacularTitle") ?? article?.Child("Book")?.First("BookTitle"));
        draft.Abstract = Abstract(article?.Child("Abstract") ?? citation?.Child("OtherAbstract"));
        draft.Venue = article?.Child("Journal")?.First("Title", "ISOAbbreviation")
            ?? citation?.Child("MedlineJournalInfo")?.First("MedlineTA");
        draft.Published = Day(article?.Child("ArticleDate")) ?? Day(article?.At("Journal", "JournalIssue", "PubDate"));
        draft.AddAuthors((article?.Child("AuthorList")?.All("Author") ?? []).Select(Author));
        draft.AddCategories((citation?.Child("KeywordList")?.All("Keyword") ?? []).Select(word => word.Text));
        draft.AddCategories((citation?.Child("MeshHeadingList")?.All("MeshHeading")
            ?? []).Select(heading => heading.First("DescriptorName") ?? ""));
        AddIds(record, citation, article, draft);
        return true;
    }

    private static string Author(XmlTree author) =>
        author.First("LastName") is { } family
            ? $"{Names.Of(author.First("ForeName", "FirstName", "Initials"), family)} {author.First("Suffix")}".Trim()
            : author.First("CollectiveName") ?? "";

    /// <summary>The parts of a structured abstract, each behind its label.</summary>
    private static string? Abstract(XmlTree? text)
    {
        var parts = (text?.All("AbstractText") ?? []).ToList();
        return parts.Count == 0
            ? null
            : string.Join(' ',
                parts.Select(part => part.Attribute("Label") is { Length: > 0 } label && label != "UNLABELLED"
                    ? $"{label}: {part.Text}"
                    : part.Text));
    }

    private static DateOnly? Day(XmlTree? date) => Dates.Of(date?.First("Year"), date?.First("Month"), date?.First("Day"));

    /// <summary>PubMed ends titles with a full stop and puts translated ones in brackets.</summary>
    internal static string? Title(string? title)
    {
        var text = title?.Trim();
        text = text is [.., not '.', '.'] ? text[..^1] : text;
        return text is ['[', .., ']'] && text.IndexOf(']') == text.Length - 1 ? text[1..^1].TrimEnd('.') : text;
    }

    private static void AddIds(XmlTree record, XmlTree? citation, XmlTree? article, PaperDraft draft)
    {
        var located = (article?.All("ELocationID") ?? []).Where(id => id.Attribute("EIdType") == "doi");
        var listed = (record.At("PubmedData", "ArticleIdList")?.All("ArticleId") ?? []).Where(id => id.Attribute("IdType") == "doi");
        foreach (var id in located.Concat(listed))
        {
            draft.Ids = draft.Ids.With(null, Dois.Parse(id.Text));
        }

        if (citation?.First("PMID")?.Trim() is { Length: <= 9 } number && number.All(char.IsAsciiDigit))
        {
            draft.AddLink($"https://pubmed.ncbi.nlm.nih.gov/{number}/", LinkKind.Page);
        }
    }
}
