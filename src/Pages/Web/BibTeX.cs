using System.Globalization;
using System.Text;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Pages.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web;

/// <summary>A paper as a BibTeX entry, in UTF-8.</summary>
public static class BibTeX
{
    private static readonly string[] SmallWords = ["a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "with"];

    public static string Write(StoredPaper stored)
    {
        var paper = stored.Paper;
        var entry = new StringBuilder();
        entry.Append(paper.Venue is { Length: > 0 } || paper.Doi is { Length: > 0 } ? "@article{" : "@misc{").Append(Key(stored))
            .Append(",\n");
        // The second pair of braces keeps the capitals, which styles would else lower.
        Field(entry, "title", "{" + Escape(paper.Title) + "}");
        Field(entry, "author", string.Join(" and ", paper.Authors.Select(Author).Where(a => a.Length > 0)));
        Field(entry, "year", paper.Published?.Year.ToString(CultureInfo.InvariantCulture) ?? "");
        Field(entry, "month", paper.Published?.Month.ToString(CultureInfo.InvariantCulture) ?? "");
        Field(entry, "journal", Escape(paper.Venue));
        Field(entry, "doi", Escape(paper.Doi));
        Field(entry, "eprint", Escape(paper.ArxivId));
        Field(entry, "archiveprefix", paper.ArxivId is { Length: > 0 } ? "arXiv" : "");
        Field(entry, "url", Url(PaperLinks.Reading(paper)));
        return entry.Append("}\n").ToString();
    }

    private static void Field(StringBuilder entry, string name, string value)
    {
        if (value.Length > 0)
        {
            entry.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
        }
    }

    /// <summary>Family name, year and first word of weight, in ASCII; the start of the id where that leaves nothing.</summary>
    private static string Key(StoredPaper stored)
    {
        var family = Ascii(
            stored.Paper.Authors.Count > 0
                ? stored.Paper.Authors[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()
                : "");
        var word = stored.Paper.Title.Split([' ', '-', ':', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Ascii).FirstOrDefault(w => w.Length > 0 && !SmallWords.Contains(w)) ?? "";
        var key = family + stored.Paper.Published?.Year.ToString(CultureInfo.InvariantCulture) + CleanText.Shorten(word, 30).TrimEnd('…');
        return family.Length + word.Length == 0 ? "paper" + stored.Id.Value[..Math.Min(8, stored.Id.Value.Length)] : key;
    }

    private static string Ascii(string? text) => string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>"and" separates authors, a comma their parts: a name that holds one is held together by braces.</summary>
    private static string Author(string name)
    {
        var clean = Escape(name);
        return clean.Contains(',', StringComparison.Ordinal) || $" {clean} ".Contains(" and ", StringComparison.OrdinalIgnoreCase)
            ? "{" + clean + "}"
            : clean;
    }

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
