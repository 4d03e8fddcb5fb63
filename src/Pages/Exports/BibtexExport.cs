using System.Globalization;
using System.Text;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Pages.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Exports;

/// <summary>Papers as BibTeX entries, in UTF-8.</summary>
public static class BibtexExport
{
    public static string Write(StoredPaper paper) => Write([paper]);

    public static string Write(IReadOnlyList<StoredPaper> papers) =>
        string.Join('\n', papers.Zip(CitationKeys.Of(papers), (stored, key) => Entry(stored.Paper, key)));

    private static string Entry(Paper paper, string key)
    {
        var entry = new StringBuilder();
        entry.Append(paper.Venue is { Length: > 0 } || paper.Doi is { Length: > 0 } ? "@article{" : "@misc{").Append(key).Append(",\n");
        // The second pair of braces keeps the capitals, which styles would else lower.
        Field(entry, "title", "{" + Escape(paper.Title) + "}");
        Field(entry, "author", string.Join(" and ", paper.Authors.Select(Author).Where(a => a.Length > 0)));
        // BibTeX knows year and month alone, BibLaTeX and reference managers the whole date.
        Field(entry, "year", paper.Published?.Year.ToString(CultureInfo.InvariantCulture) ?? "");
        Field(entry, "month", paper.Published?.Month.ToString(CultureInfo.InvariantCulture) ?? "");
        Field(entry, "date", paper.Published?.ToString("yyyy-MM-dd") ?? "");
        Field(entry, "journal", Escape(paper.Venue));
        Field(entry, "doi", Escape(paper.Doi));
        Field(entry, "eprint", Escape(paper.ArxivId));
        Field(entry, "archiveprefix", paper.ArxivId is { Length: > 0 } ? "arXiv" : "");
        Field(entry, "url", Url(PaperLinks.Reading(paper)));
        Field(entry, "keywords", string.Join(", ", paper.Categories.Select(Keyword).Where(k => k.Length > 0)));
        Field(entry, "abstract", Escape(paper.Abstract));
        return entry.Append("}\n").ToString();
    }

    private static void Field(StringBuilder entry, string name, string value)
    {
        if (value.Length > 0)
        {
            entry.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
        }
    }

    /// <summary>"and" separates authors, a comma their parts: a name that holds one is held together by braces.</summary>
    private static string Author(string name)
    {
        var clean = Escape(name);
        return clean.Contains(',', StringComparison.Ordinal) || $" {clean} ".Contains(" and ", StringComparison.OrdinalIgnoreCase)
            ? "{" + clean + "}"
            : clean;
    }

    /// <summary>Commas separate keywords, so one has none.</summary>
    private static string Keyword(string category) => Escape(category.Replace(',', ' ').Replace(';', ' '));

    /// <summary>Braces become commands rather than <c>\{</c>: BibTeX counts braces even where they are escaped.</summary>
    private static string Escape(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var c in CleanText.Line(text))
        {
            escaped.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '{' => @"\textbraceleft{}",
                '}' => @"\textbraceright{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '$' or '&' or '#' or '_' or '%' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    // The url command takes an address as it is, but for braces and backslashes.
    private static string Url(string? url) => (SafeUrl.Of(url) ?? "")
        .Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal);
}
