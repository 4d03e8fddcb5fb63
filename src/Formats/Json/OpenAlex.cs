using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Json;

/// <summary>Works of OpenAlex (https://docs.openalex.org/api-entities/works/work-object): a page of
/// results, or lines of its snapshot.</summary>
public sealed class OpenAlex : IDigestFormat
{
    public string Name => "openalex";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        JsonHead.Read(head) is { } json
        && (json.Has("authorships") || json.Has("abstract_inverted_index") || json.Has("display_name", "publication_year"))
        && head.Text.Contains("openalex.org/", StringComparison.OrdinalIgnoreCase) ? 0.97 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(JsonRecords.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(JsonRecord record, PaperDraft draft)
    {
        var work = record.Element;
        var place = work.At("primary_location") is { ValueKind: JsonValueKind.Object } location ? location : work.At("host_venue");
        draft.Title = work.Text("title") ?? work.Text("display_name");
        draft.Abstract = InvertedAbstract.Rebuild(work.At("abstract_inverted_index")) ?? work.Text("abstract");
        draft.Venue = place.Text("source", "display_name") ?? place.Text("display_name");
        draft.Published = Published(work);
        draft.AddAuthors(work.At("authorships").Items()
            .Select(author => Names.One(author.Text("author", "display_name") ?? author.Text("raw_author_name"))));
        draft.AddCategories(Labels(work));
        draft.Ids = draft.Ids.With(null, Dois.Parse(work.Text("doi") ?? work.Text("ids", "doi")));
        foreach (var url in (string?[])[place.Text("landing_page_url"), work.Text("best_oa_location", "landing_page_url"),
            work.Text("open_access", "oa_url")])
        {
            draft.AddLink(url);
        }

        draft.AddLink(place.Text("pdf_url") ?? work.Text("best_oa_location", "pdf_url"), LinkKind.Pdf);
        draft.Venue = draft.Venue is { } venue && venue.StartsWith("arXiv", StringComparison.OrdinalIgnoreCase) ? null : draft.Venue;
        return true;
    }

    /// <summary>OpenAlex writes the first of January where it knows the year alone; then nothing is known.</summary>
    private static DateOnly? Published(JsonElement work) =>
        Dates.Parse(work.Text("publication_date")) is { } date && date is not { Month: 1, Day: 1 } ? date : null;

    private static IEnumerable<string> Labels(JsonElement work)
    {
        var topics = work.At("topics").Texts().ToList();
        return topics.Count > 0 ? topics : work.At("concepts").Texts();
    }
}
