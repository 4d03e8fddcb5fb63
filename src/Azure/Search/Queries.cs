using System.Globalization;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Search;

/// <summary>Our queries in the service's terms, and its answers in ours.</summary>
internal static class Queries
{
    private const string HighlightStart = "\u0002";
    private const string HighlightEnd = "\u0003";

    public static string TextOf(SearchQuery query) => string.IsNullOrWhiteSpace(query.Text) ? "*" : query.Text;

    public static SearchOptions OptionsOf(SearchQuery query, PaperSearchOptions service)
    {
        var options = new SearchOptions
        {
            Skip = query.Skip,
            Size = query.Top,
            IncludeTotalCount = true,
            SearchMode = SearchMode.All,
            Filter = Filter(query),
            HighlightPreTag = HighlightStart,
            HighlightPostTag = HighlightEnd,
        };
        foreach (var facet in new[] { "year,count:12", "categories,count:12", "hasCode" })
        {
            options.Facets.Add(facet);
        }

        options.HighlightFields.Add("title");
        options.HighlightFields.Add("abstract-2");
        if (query.Newest || TextOf(query) == "*")
        {
            options.OrderBy.Add("firstSeen desc");
        }
        else if (service.Semantic)
        {
            options.QueryType = SearchQueryType.Semantic;
            options.SemanticSearch = new SemanticSearchOptions { SemanticConfigurationName = PaperIndexDefinition.SemanticConfiguration };
        }

        return options;
    }

    public static SuggestOptions SuggestionsOf(int top)
    {
        var options = new SuggestOptions { Size = top, UseFuzzyMatching = false };
        options.Select.Add("title");
        return options;
    }

    public static async Task<SearchPage> PageAsync(SearchResults<PaperDocument> found, CancellationToken cancellationToken)
    {
        var hits = await found.GetResultsAsync().Take(1000).Select(ToHit).ToListAsync(cancellationToken);
        return new SearchPage(hits, found.TotalCount ?? hits.Count, new SearchFacets(
            Facets(found, "year"), Facets(found, "categories"), Facets(found, "hasCode")));
    }

    private static string? Filter(SearchQuery query)
    {
        var parts = new List<string>();
        if (query.Year is { } year)
        {
            parts.Add(SearchFilter.Create($"year eq {year}"));
        }

        if (query.Category is { } category)
        {
            parts.Add(SearchFilter.Create($"categories/any(c: c eq {category})"));
        }

        if (query.HasCode is { } hasCode)
        {
            parts.Add(SearchFilter.Create($"hasCode eq {hasCode}"));
        }

        return parts.Count == 0 ? null : string.Join(" and ", parts);
    }

    private static SearchHit ToHit(SearchResult<PaperDocument> result) => new(
        new PaperId(result.Document.Id), result.Document.ToPaper(), result.Score ?? 0,
        [.. (result.Highlights ?? new Dictionary<string, IList<string>>()).OrderByDescending(h => h.Key, StringComparer.Ordinal)
            .SelectMany(h => h.Value)]);

    private static IReadOnlyList<Facet> Facets(SearchResults<PaperDocument> found, string field) =>
        found.Facets is { } facets && facets.TryGetValue(field, out var values)
            ? [.. values.Select(v => new Facet(Convert.ToString(v.Value, CultureInfo.InvariantCulture) ?? "", v.Count ?? 0))]
            : [];
}
