using System.Text.Json.Nodes;
using PaperFunctions.Local.Search.Documents;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Query;

/// <summary>What a search asks for, checked against the index and put into SQL.</summary>
internal sealed class SearchParameters
{
    private const int MaxSkip = 100_000;

    private readonly IndexDefinition _index;
    private readonly QueryParameters _given;

    /// <exception cref="SearchRequestException">A parameter is wrong.</exception>
    public SearchParameters(IndexDefinition index, JsonObject body)
    {
        _index = index;
        _given = new QueryParameters(
            body, "search", "search", "searchMode", "searchFields", "queryType", "filter", "orderby", "select", "top", "skip", "count", "facets",
            "highlight", "highlightPreTag", "highlightPostTag", "scoringProfile", "scoringParameters", "scoringStatistics", "sessionId",
            "minimumCoverage", "semanticConfiguration", "semanticErrorHandling", "semanticMaxWaitInMilliseconds", "answers", "captions");
        CheckQueryType();
        Top = _given.Whole("top", 0, int.MaxValue);
        Skip = _given.Whole("skip", 0, MaxSkip) ?? 0;
        Match = TextMatch.Compile(index, _given.Text("search"), Mode() == "all", _given.Fields("searchFields", [.. index.Searchable], "searchable"), Arguments);
        Filter = FilterSql.Compile(index, _given.Text("filter"), Arguments);
        Order = OrderSql.Compile(index, _given.Text("orderby"));
        Profile = FindProfile();
        View = new DocumentView(index, _given.Text("select"));
        Facets = [.. _given.Texts("facets").Select(facet => FacetExpression.Parse(index, facet))];
        Highlighter = Highlighter.Create(index, _given, Match);
    }

    public JsonObject Body => _given.Body;

    public SqlArguments Arguments { get; } = new();

    public TextMatch Match { get; }

    /// <summary>SQL on <c>d</c>.</summary>
    public string Filter { get; }

    /// <summary>SQL on <c>d</c> and <c>h</c>.</summary>
    public string Order { get; }

    public ScoringProfile? Profile { get; }

    public DocumentView View { get; }

    public IReadOnlyList<FacetExpression> Facets { get; }

    public Highlighter? Highlighter { get; }

    /// <summary>Null: not said.</summary>
    public int? Top { get; }

    public int Skip { get; }

    public bool Count => _given.Flag("count");

    public bool Coverage => _given.Number("minimumCoverage") is not null;

    private void CheckQueryType()
    {
        switch (_given.Text("queryType"))
        {
            case null or "simple":
                break;
            case "semantic":
                throw new SearchRequestException(400, "FeatureNotSupportedInService", "Semantic search is not enabled for this service.\r\nParameter name: queryType", "SemanticQueriesNotAvailable");
            case "full":
                throw SearchRequestException.Parameter("queryType", "The local service answers the simple query syntax only.");
            default:
                throw SearchRequestException.Parameter("queryType", "The value must be 'simple', 'full' or 'semantic'.");
        }

        if (_given.Text("answers") is not null || _given.Text("captions") is not null)
        {
            var name = _given.Text("answers") is not null ? "answers" : "captions";
            throw new SearchRequestException(400, "MissingRequiredParameter", $"Parameter '{name}' is supported only when 'queryType' is set to 'semantic'.\r\nParameter name: {name}", "MissingSemanticQueryType");
        }
    }

    private string Mode() => _given.Text("searchMode") switch
    {
        null or "any" => "any",
        "all" => "all",
        _ => throw SearchRequestException.Parameter("searchMode", "The value must be 'any' or 'all'."),
    };

    private ScoringProfile? FindProfile()
    {
        var name = _given.Text("scoringProfile") ?? _index.DefaultScoringProfile;
        return string.IsNullOrEmpty(name) ? null
            : _index.ScoringProfiles.TryGetValue(name, out var profile) ? profile
            : throw SearchRequestException.Parameter("scoringProfile", $"Unknown scoring profile '{name}'.", "UnknownScoringProfile");
    }
}
