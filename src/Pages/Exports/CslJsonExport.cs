using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Pages.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Exports;

/// <summary>Papers as CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).</summary>
public static class CslJsonExport
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IReadOnlyList<StoredPaper> papers) =>
        new JsonArray([.. papers.Zip(CitationKeys.Of(papers), (stored, key) => Item(stored.Paper, key))]).ToJsonString(Readable) + "\n";

    private static JsonObject Item(Paper paper, string key)
    {
        var item = new JsonObject
        {
            ["id"] = key,
            ["type"] = paper.Venue is { Length: > 0 } || paper.Doi is { Length: > 0 } ? "article-journal" : "article",
        };
        Add(item, "title", paper.Title);
        if (paper.Authors.Count > 0)
        {
            item["author"] = new JsonArray([.. paper.Authors.Select(author => Person(AuthorName.Of(CleanText.Line(author))))]);
        }

        if (paper.Published is { } date)
        {
            item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(date.Year, date.Month, date.Day)) };
        }

        Add(item, "container-title", paper.Venue);
        Add(item, "DOI", paper.Doi);
        Add(item, "number", paper.ArxivId is { Length: > 0 } arxiv ? $"arXiv:{arxiv}" : null);
        Add(item, "URL", SafeUrl.Of(PaperLinks.Reading(paper)));
        Add(item, "keyword", string.Join("; ", paper.Categories.Select(category => category.Replace(',', ' ').Replace(';', ' '))));
        Add(item, "abstract", paper.Abstract);
        return item;
    }

    private static JsonObject Person(AuthorName name) => name.Given.Length > 0
        ? new JsonObject { ["family"] = name.Family, ["given"] = name.Given }
        : new JsonObject { ["literal"] = name.Family };

    private static void Add(JsonObject item, string name, string? value)
    {
        if (CleanText.Line(value) is { Length: > 0 } line)
        {
            item[name] = line;
        }
    }
}
