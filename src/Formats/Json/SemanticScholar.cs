using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Json;

/// <summary>Results of Semantic Scholar's Graph and Recommendations APIs (https://api.semanticscholar.org/api-docs/), and lines of
/// its data sets.</summary>
public sealed class SemanticScholar : IDigestFormat
{
    public string Name => "semantic-scholar";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        JsonHead.Read(head) is not { } json ? 0
        : json.Has("paperId", "title")
        && json.HasAny("externalIds", "s2FieldsOfStudy", "authorId", "corpusId", "openAccessPdf", "publicationVenue", "recommendedPapers",
            "citationCount") ? 0.95
        : json.Has("paperId", "title") && json.HasAny("citingPaper", "citedPaper") ? 0.95
        : json.Has("corpusid", "externalids", "title") ? 0.95
        : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(JsonRecords.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(JsonRecord record, PaperDraft draft)
    {
        var paper = Unwrap(record.Element);
        draft.Title = paper.Text("title");
        draft.Abstract = paper.Text("abstract") ?? paper.Text("tldr", "text");
        draft.Venue = First(paper.Text("venue"), paper.Text("publicationVenue", "name"), paper.Text("journal", "name"));
        draft.Published = Dates.Parse(paper.Text("publicationDate") ?? paper.Text("publicationdate"));
        draft.AddAuthors(paper.At("authors").Items().Select(author => Names.One(author.Text("name"))));
        draft.AddCategories(paper.At("fieldsOfStudy").Texts());
        draft.AddCategories(paper.At("s2FieldsOfStudy").Texts());
        draft.AddCategories(paper.At("s2fieldsofstudy").Texts());
        var ids = paper.At("externalIds") is { ValueKind: JsonValueKind.Object } mixed ? mixed : paper.At("externalids");
        draft.Ids = draft.Ids.With(ArxivIds.Parse(ids.Text("ArXiv")), null).With(null, Dois.Parse(ids.Text("DOI")));
        draft.AddLink(paper.Text("url"), LinkKind.Page);
        draft.AddLink(paper.Text("openAccessPdf", "url"), LinkKind.Pdf);
        return true;
    }

    /// <summary>Citations and references hold the other paper within.</summary>
    private static JsonElement Unwrap(JsonElement element) =>
        element.At("citingPaper") is { ValueKind: JsonValueKind.Object } citing ? citing
        : element.At("citedPaper") is { ValueKind: JsonValueKind.Object } cited ? cited
        : element;

    private static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }
}
