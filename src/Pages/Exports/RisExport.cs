using System.Text;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Pages.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Exports;

/// <summary>Papers as RIS records, in UTF-8: one field a line, lines end as RIS asks for.</summary>
/// <remarks>https://en.wikipedia.org/wiki/RIS_(file_format); UNPB is what Zotero takes for a preprint.</remarks>
public static class RisExport
{
    public static string Write(IReadOnlyList<StoredPaper> papers) => string.Join("\r\n", papers.Select(paper => Record(paper.Paper)));

    private static string Record(Paper paper)
    {
        var record = new StringBuilder();
        Field(record, "TY", paper.Venue is { Length: > 0 } || paper.Doi is { Length: > 0 } ? "JOUR" : "UNPB");
        Field(record, "TI", paper.Title);
        foreach (var author in paper.Authors.Select(author => AuthorName.Of(CleanText.Line(author))))
        {
            Field(record, "AU", author.Given.Length > 0 ? $"{author.Family}, {author.Given}" : author.Family);
        }

        Field(record, "PY", paper.Published?.ToString("yyyy"));
        Field(record, "DA", paper.Published?.ToString("yyyy/MM/dd", System.Globalization.CultureInfo.InvariantCulture));
        Field(record, "JO", paper.Venue);
        Field(record, "DO", paper.Doi);
        Field(record, "AN", paper.ArxivId is { Length: > 0 } arxiv ? $"arXiv:{arxiv}" : null);
        Field(record, "UR", SafeUrl.Of(PaperLinks.Reading(paper)));
        Field(record, "L1", SafeUrl.Of(paper.Links.FirstOrDefault(link => link.Kind == LinkKind.Pdf)?.Url));
        foreach (var category in paper.Categories)
        {
            Field(record, "KW", category);
        }

        Field(record, "AB", paper.Abstract);
        return record.Append("ER  - \r\n").ToString();
    }

    private static void Field(StringBuilder record, string tag, string? value)
    {
        if (CleanText.Line(value) is { Length: > 0 } line)
        {
            record.Append(tag).Append("  - ").Append(line).Append("\r\n");
        }
    }
}
