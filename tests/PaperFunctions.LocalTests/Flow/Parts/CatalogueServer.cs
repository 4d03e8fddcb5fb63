using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>Answers as Crossref, OpenAlex and Semantic Scholar do, by the host that is asked for.</summary>
/// <remarks>Shapes and parameters from https://api.crossref.org, https://developers.openalex.org/api-reference/works and
/// https://api.semanticscholar.org/api-docs/graph.</remarks>
internal sealed class CatalogueServer(IReadOnlyList<Paper> works)
{
    /// <summary>Answers instead of the next ones, before it works again.</summary>
    public Queue<Func<HttpContext, Task>> Faults { get; } = [];

    /// <summary>What was asked, oldest first: host, path and query, unescaped.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The keys that came in headers, empty for none; beside <see cref="Asked"/>.</summary>
    public List<string> Keys { get; } = [];

    public async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        Asked.Add(Uri.UnescapeDataString($"{request.Host}{request.Path}{request.QueryString}"));
        Keys.Add(request.Headers["x-api-key"].ToString());
        if (Faults.TryDequeue(out var fault))
        {
            await fault(context);
            return;
        }

        JsonNode answer = (request.Host.Host, request.Path.Value) switch
        {
            ("api.crossref.org", "/works") => Crossref(request.Query),
            ("api.openalex.org", "/works") => OpenAlex(request.Query),
            ("api.semanticscholar.org", "/graph/v1/paper/search") => SemanticScholarSearch(request.Query),
            ("api.semanticscholar.org", "/graph/v1/paper/batch") => SemanticScholarBatch(await JsonNode.ParseAsync(request.Body)),
            _ => throw new InvalidOperationException($"Nobody answers at {request.Host}{request.Path}."),
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    /// <summary>Titles are found by words in common, best first: there is nearly always something.</summary>
    private JsonObject Crossref(IQueryCollection query)
    {
        var found = query["filter"].ToString() is { Length: > 0 } filter
            ? filter.Split(',').Select(one => one["doi:".Length..]).SelectMany(doi => works.Where(work => work.Doi == doi))
            : Nearest(query["query.title"].ToString());
        var items = found.Where(work => work.Doi is not null).Take(int.Parse(query["rows"].ToString()))
            .Select(work => (JsonNode)new JsonObject
            {
                ["DOI"] = work.Doi,
                ["type"] = "journal-article",
                ["title"] = new JsonArray(work.Title),
                ["abstract"] = $"<jats:p>{work.Abstract}</jats:p>",
                ["author"] = new JsonArray([.. work.Authors.Select(Person)]),
                ["issued"] = new JsonObject
                {
                    ["date-parts"] = new JsonArray(new JsonArray(work.Published!.Value.Year,
                work.Published.Value.Month, work.Published.Value.Day))
                },
                ["container-title"] = new JsonArray("Annals of Invented Seas"),
                ["URL"] = $"https://doi.org/{work.Doi}",
                ["score"] = 31.5,
            }).ToArray();
        return new JsonObject
        {
            ["status"] = "ok", ["message-type"] = "work-list", ["message-version"] = "1.0.0",
            ["message"] = new JsonObject { ["total-results"] = items.Length, ["items"] = new JsonArray(items), ["items-per-page"] = 5 },
        };
    }

    /// <summary>A quoted title is found in titles that hold the phrase.</summary>
    private JsonObject OpenAlex(IQueryCollection query)
    {
        var (name, value) = query["filter"].ToString().Split(':', 2) is [var left, var right] ? (left, right) : default;
        var found = name == "doi"
            ? value!.Split('|').SelectMany(doi => works.Where(work => DoiOf(work) == doi))
            : works.Where(work => Words(work.Title).Contains(Words(value!.Trim('"')), StringComparison.Ordinal));
        var results = found.Take(int.Parse(query["per-page"].ToString())).Select(work => (JsonNode)new JsonObject
        {
            ["id"] = "https://openalex.org/W4400000001",
            ["doi"] = $"https://doi.org/{DoiOf(work)}",
            ["title"] = work.Title,
            ["display_name"] = work.Title,
            ["publication_year"] = work.Published!.Value.Year,
            ["publication_date"] = work.Published.Value.ToString("yyyy-MM-dd"),
            ["primary_location"] = new JsonObject { ["landing_page_url"] = $"https://doi.org/{DoiOf(work)}", ["pdf_url"] = null },
            ["authorships"] = new JsonArray([.. work.Authors.Select(author =>
                new JsonObject { ["author"] = new JsonObject { ["display_name"] = author } })]),
            ["abstract_inverted_index"] = Inverted(work.Abstract),
        }).ToArray();
        return new JsonObject
        {
            ["meta"] = new JsonObject { ["count"] = results.Length, ["page"] = 1 },
            ["results"] = new JsonArray(results), ["group_by"] = new JsonArray()
        };
    }

    private JsonObject SemanticScholarSearch(IQueryCollection query)
    {
        var found = Nearest(query["query"].ToString()).Take(int.Parse(query["limit"].ToString()))
            .Select(work => (JsonNode)Scholarly(work)).ToArray();
        return found.Length == 0
            ? new JsonObject { ["total"] = 0, ["offset"] = 0 }
            : new JsonObject { ["total"] = found.Length, ["offset"] = 0, ["data"] = new JsonArray(found) };
    }

    /// <summary>An answer in the place of each id, null if it is not known.</summary>
    private JsonArray SemanticScholarBatch(JsonNode? body) => new([.. body!["ids"]!.AsArray().Select(id => works.FirstOrDefault(work =>
        (string?)id == $"ARXIV:{work.ArxivId}" || (string?)id == $"DOI:{work.Doi}") is { } work ? Scholarly(work) : null)]);

    private static JsonObject Scholarly(Paper work)
    {
        var ids = new JsonObject { ["CorpusId"] = 99000001 };
        foreach (var (name, id) in new[] { ("ArXiv", work.ArxivId), ("DOI", work.Doi) }.Where(one => one.Item2 is not null))
        {
            ids[name] = id;
        }

        return new JsonObject
        {
            ["paperId"] = "00000000000000000000000000000000000000aa", ["externalIds"] = ids, ["title"] = work.Title,
            ["abstract"] = work.Abstract,
            ["venue"] = "", ["year"] = work.Published!.Value.Year, ["publicationDate"] = work.Published.Value.ToString("yyyy-MM-dd"),
            ["openAccessPdf"] = null,
            ["authors"] = new JsonArray([.. work.Authors.Select(author => new JsonObject { ["authorId"] = "1", ["name"] = author })]),
        };
    }

    private IEnumerable<Paper> Nearest(string query)
    {
        var words = Words(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return works.Select(work => (work, shared: Words(work.Title).Split(' ').Intersect(words).Count()))
            .Where(one => one.shared > 1).OrderByDescending(one => one.shared)
            .ThenByDescending(one => Words(one.work.Title).Contains(Words(query), StringComparison.Ordinal))
            .ThenBy(one => one.work.Title.Length).Select(one => one.work);
    }

    private static JsonObject Person(string name) =>
        new() { ["given"] = name[..name.LastIndexOf(' ')], ["family"] = name[(name.LastIndexOf(' ') + 1)..] };

    private static string? DoiOf(Paper work) => work.Doi ?? $"10.48550/arxiv.{work.ArxivId}";

    private static JsonObject Inverted(string text)
    {
        var index = new JsonObject();
        foreach (var word in text.Split(' ').Index().GroupBy(word => word.Item))
        {
            index[word.Key] = new JsonArray([.. word.Select(one => (JsonNode)one.Index)]);
        }

        return index;
    }

    private static string Words(string title)
    {
        var plain = string.Concat(title.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        return $" {string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
    }
}
