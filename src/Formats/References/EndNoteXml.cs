using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Xml;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>EndNote's XML export: records with titles, contributors, dates and styled text within.</summary>
public sealed class EndNoteXml : IDigestFormat
{
    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase) { "xml", "records" };

    public string Name => "endnote-xml";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        XmlHead.Root(head.Text) is "xml" or "records" && head.Text.Contains("<record", StringComparison.OrdinalIgnoreCase)
        && (head.Text.Contains("<titles", StringComparison.OrdinalIgnoreCase)
            || head.Text.Contains("<ref-type", StringComparison.OrdinalIgnoreCase)) ? 0.97 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(XmlRecords.ReadAsync(content, Containers, cancellationToken), Describe, cancellationToken);

    private static bool Describe(XmlTree record, PaperDraft draft)
    {
        if (!record.Name.Equals("record", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        draft.Title = record.Child("titles")?.First("title");
        draft.Abstract = record.First("abstract");
        draft.Venue = record.Child("periodical")?.First("full-title", "abbr-1")
            ?? record.Child("titles")?.First("secondary-title", "alt-title", "tertiary-title");
        draft.AddAuthors((record.At("contributors", "authors")?.All("author") ?? []).Select(author => Names.One(author.Text)));
        draft.AddCategories((record.Child("keywords")?.All("keyword") ?? []).Select(word => word.Text));
        draft.Published = Published(record.Child("dates"));
        draft.Ids = draft.Ids.With(null, Dois.Parse(record.First("electronic-resource-num")));
        foreach (var group in record.Child("urls")?.Children ?? [])
        {
            AddLinks(group, draft);
        }

        return true;
    }

    private static void AddLinks(XmlTree group, PaperDraft draft)
    {
        foreach (var url in group.All("url"))
        {
            draft.AddLink(url.Text, group.Name == "pdf-urls" ? LinkKind.Pdf : null);
        }
    }

    /// <summary>The day stands within "pub-dates" and often lacks the year, which stands beside.</summary>
    private static DateOnly? Published(XmlTree? dates)
    {
        var (year, day) = (dates?.First("year"), dates?.At("pub-dates", "date")?.Text);
        return Dates.Parse(day) ?? (year is null ? null : Dates.Parse($"{day} {year}"));
    }
}
