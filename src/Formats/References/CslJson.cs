using System.Text.Json;
using PaperFunctions.Formats.Json;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.References;

/// <summary>CSL-JSON as reference managers write it (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), and
/// Crossref's works, which are its dialect.</summary>
public sealed class CslJson : IDigestFormat
{
    public string Name => "csl-json";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        JsonHead.Read(head) is not { } json || !json.Has("title") ? 0
        : json.Has("author", "family") && json.HasAny("container-title", "date-parts", "DOI", "given") ? 0.95
        : json.Has("type") && json.HasAny("container-title", "date-parts") ? 0.93
        : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(JsonRecords.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(JsonRecord record, PaperDraft draft)
    {
        var item = record.Element;
        var (title, subtitle) = (item.Text("title"), item.At("subtitle").Text());
        draft.Title = title is not null && !string.IsNullOrWhiteSpace(subtitle)
            && !title.Contains(subtitle, StringComparison.OrdinalIgnoreCase) ? $"{title}: {subtitle}" : title;
        draft.Abstract = item.Text("abstract");
        draft.Venue = item.Text("container-title") ?? item.Text("event-title") ?? item.Text("event", "name");
        draft.Published = Published(item);
        draft.AddAuthors(item.At("author").Items().Select(Person));
        draft.AddCategories((item.Text("keyword") ?? "").Split(';', ','));
        draft.AddCategories(item.At("subject").Texts());
        draft.AddCategories(item.At("categories").Texts());
        draft.Ids = draft.Ids.With(ArxivIds.Parse(item.Text("arxiv")) ?? ArxivIds.Find(item.Text("number"))
            ?? ArxivIds.Find(item.Text("note")), null)
            .With(null, Dois.Parse(item.Text("DOI")));
        draft.AddLink(item.Text("URL"));
        return true;
    }

    /// <summary>"given" and "family" with particles, or a literal name.</summary>
    private static string Person(JsonElement person)
    {
        if (person.Text("family") is { } family && person.Text("given") is { } given && Names.Of(given, family) is var whole
            && !whole.Contains(' ', StringComparison.Ordinal))
        {
            return whole;
        }

        var parts = (string?[])[person.Text("given"), person.Text("dropping-particle"), person.Text("non-dropping-particle"),
            person.Text("family"), person.Text("suffix")];
        return person.Text("literal") ?? (person.Text("family") is null ? person.Text("name") : null)
            ?? string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    private static DateOnly? Published(JsonElement item)
    {
        foreach (var name in (ReadOnlySpan<string>)["published-online", "published", "issued", "published-print", "posted"])
        {
            var date = item.At(name);
            var parts = date.At("date-parts").Items().FirstOrDefault().Texts().ToList();
            var day = parts.Count >= 3
                ? Dates.Of(parts[0], parts[1], parts[2])
                : Dates.Parse(date.Text("raw") ?? date.Text("literal") ?? (date.ValueKind == JsonValueKind.String ? date.Text() : null));
            if (day is not null)
            {
                return day;
            }
        }

        return null;
    }
}
