using System.Text.Json.Nodes;
using PaperFunctions.Emulators.Search.Definitions;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>What a search asks for, checked against the index and put into SQL.</summary>
internal sealed class SearchParameters
{
    private const int DefaultTop = 50;
    private const int MaxTop = 1000;
    private const int MaxSkip = 100_000;

    /// <exception cref="SearchRequestException">A parameter is wrong, or unknown to this emulator.</exception>
    public SearchParameters(IndexDefinition index, JsonObject body)
    {
        var given = new QueryParameters(
            body, "search", "search", "searchMode", "queryType", "filter", "orderby", "select", "top", "skip", "count", "facets",
            "highlight", "highlightPreTag", "highlightPostTag");
        if (given.Text("queryType") is { } type and not "simple")
        {
            throw new SearchRequestException(
                400, "FeatureNotSupportedInService",
                    $"This emulator answers simple queries only, not '{type}'.\r\nParameter name: queryType");
        }

        Top = given.Whole("top", 0, MaxTop) ?? DefaultTop;
        Skip = given.Whole("skip", 0, MaxSkip) ?? 0;
        Count = given.Flag("count");
        Match = TextMatch.Compile(index, given.Text("search"), given.Text("searchMode") == "all", Arguments);
        Filter = FilterSql.Compile(index, given.Text("filter"), Arguments);
        Order = OrderSql.Compile(index, given.Text("orderby"));
        View = new DocumentView(index, given.Text("select"));
        Facets = [.. given.Texts("facets").Select(facet => Facet.Parse(index, facet))];
        Highlighter = Highlighter.Create(index, given, Match);
    }

    public SqlArguments Arguments { get; } = new();

    public TextMatch Match { get; }

    /// <summary>SQL on <c>d</c>.</summary>
    public string Filter { get; }

    /// <summary>SQL on <c>d</c> and <c>h</c>.</summary>
    public string Order { get; }

    public DocumentView View { get; }

    public IReadOnlyList<Facet> Facets { get; }

    public Highlighter? Highlighter { get; }

    public int Top { get; }

    public int Skip { get; }

    /// <summary>Whether the answer says how many documents were found in all.</summary>
    public bool Count { get; }
}
