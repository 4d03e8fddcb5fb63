using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Documents;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Query;

/// <summary>One search: what is found goes into a table for the time of the request; page, count and facets are read from it.</summary>
internal sealed class SearchQuery
{
    public const int DefaultTop = 50;
    public const int MaxTop = 1000;
    private const int MaxSkip = 100_000;

    private readonly IndexDefinition _index;
    private readonly QueryParameters _parameters;
    private readonly SqlArguments _arguments = new();
    private readonly TextMatch _match;
    private readonly string _filter;
    private readonly string _order;
    private readonly ScoringProfile? _profile;
    private readonly DocumentView _view;
    private readonly List<FacetExpression> _facets;
    private readonly Highlighter? _highlighter;
    private readonly int? _top;
    private readonly int _skip;

    /// <exception cref="SearchRequestException">A parameter is wrong.</exception>
    public SearchQuery(IndexDefinition index, JsonObject body)
    {
        _index = index;
        _parameters = new QueryParameters(
            body, "search", "search", "searchMode", "searchFields", "queryType", "filter", "orderby", "select", "top", "skip", "count", "facets",
            "highlight", "highlightPreTag", "highlightPostTag", "scoringProfile", "scoringParameters", "scoringStatistics", "sessionId",
            "minimumCoverage", "semanticConfiguration", "semanticErrorHandling", "semanticMaxWaitInMilliseconds", "answers", "captions");
        CheckQueryType();
        var all = Mode() == "all";
        _top = _parameters.Whole("top", 0, int.MaxValue);
        _skip = _parameters.Whole("skip", 0, MaxSkip) ?? 0;
        _match = TextMatch.Compile(index, _parameters.Text("search"), all, _parameters.Fields("searchFields", [.. index.Searchable], "searchable"), _arguments);
        _filter = FilterSql.Compile(index, _parameters.Text("filter"), _arguments);
        _order = OrderSql.Compile(index, _parameters.Text("orderby"));
        _profile = Profile();
        _view = new DocumentView(index, _parameters.Text("select"));
        _facets = [.. _parameters.Texts("facets").Select(facet => FacetExpression.Parse(index, facet))];
        _highlighter = Highlighter.Create(index, _parameters, _match);
    }

    /// <param name="nextLink">Where the request that goes on must be posted.</param>
    public JsonObject Run(SqliteConnection connection, string nextLink, DateTimeOffset now)
    {
        Find(connection, now);
        var answer = new JsonObject();
        var found = Scalar(connection, "SELECT count(*) FROM temp.hits");
        if (_parameters.Flag("count"))
        {
            answer["@odata.count"] = found;
        }

        if (_parameters.Number("minimumCoverage") is not null)
        {
            answer["@search.coverage"] = 100.0;
        }

        if (_facets.Count > 0)
        {
            answer["@search.facets"] = new JsonObject(_facets.Select(facet => KeyValuePair.Create(facet.Field.Name, (JsonNode?)FacetCounter.Count(connection, facet))));
        }

        var page = Math.Min(_top ?? DefaultTop, MaxTop);
        answer["value"] = Page(connection, page);
        if (_top != page && found > _skip + page)
        {
            Continue(answer, page, nextLink);
        }

        return answer;
    }

    private void CheckQueryType()
    {
        switch (_parameters.Text("queryType"))
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

        if (_parameters.Text("answers") is not null || _parameters.Text("captions") is not null)
        {
            var name = _parameters.Text("answers") is not null ? "answers" : "captions";
            throw new SearchRequestException(400, "MissingRequiredParameter", $"Parameter '{name}' is supported only when 'queryType' is set to 'semantic'.\r\nParameter name: {name}", "MissingSemanticQueryType");
        }
    }

    private string Mode() => _parameters.Text("searchMode") switch
    {
        null or "any" => "any",
        "all" => "all",
        _ => throw SearchRequestException.Parameter("searchMode", "The value must be 'any' or 'all'."),
    };

    private ScoringProfile? Profile()
    {
        var name = _parameters.Text("scoringProfile") ?? _index.DefaultScoringProfile;
        return string.IsNullOrEmpty(name) ? null
            : _index.ScoringProfiles.TryGetValue(name, out var profile) ? profile
            : throw SearchRequestException.Parameter("scoringProfile", $"Unknown scoring profile '{name}'.", "UnknownScoringProfile");
    }

    private void Find(SqliteConnection connection, DateTimeOffset now)
    {
        ScoreBoost.Register(connection, _profile, now);
        IndexSchema.Run(connection, "DROP TABLE IF EXISTS temp.hits; CREATE TEMP TABLE hits (id INTEGER PRIMARY KEY, score REAL NOT NULL)");
        var (with, joins, score) = TextScore();
        using var command = connection.CreateCommand();
        command.CommandText = $"{with} INSERT INTO temp.hits SELECT d.id, {ScoreBoost.Sql(_index, _profile, score)} FROM docs d {joins} WHERE {_match.Condition} AND {_filter}";
        _arguments.Bind(command);
        command.ExecuteNonQuery();
    }

    /// <summary>BM25 of each text table, its columns weighted by the profile, added up; 1 where no term counts.</summary>
    private (string With, string Joins, string Score) TextScore()
    {
        var tables = _match.Tables.Select(pair => pair.Table).Where(table => _match.Terms[table.Name].Count > 0).ToList();
        if (tables.Count == 0)
        {
            return ("", "", "1.0");
        }

        var parts = tables.Select(table =>
        {
            var columns = _match.Tables.First(pair => pair.Table == table).Columns;
            var terms = _arguments.Add(string.Join(" OR ", _match.Terms[table.Name].Select(term => $"({columns} : {term})")));
            var weights = string.Join(", ", table.Fields.Select(field => Weight(field).ToString("0.0###", CultureInfo.InvariantCulture)));
            return $"s_{table.Name}(id, score) AS MATERIALIZED (SELECT rowid, -bm25({table.Name}, {weights}) FROM {table.Name} WHERE {table.Name} MATCH {terms})";
        });
        var joins = tables.Select(table => $"LEFT JOIN s_{table.Name} ON s_{table.Name}.id = d.id");
        var sum = string.Join(" + ", tables.Select(table => $"ifnull(s_{table.Name}.score, 0.0)"));
        return ($"WITH {string.Join(", ", parts)}", string.Join(' ', joins), $"ifnull(nullif({sum}, 0.0), 1.0)");
    }

    private double Weight(FieldDefinition field) => _profile?.Weights.GetValueOrDefault(field.Name, 1.0) ?? 1.0;

    private JsonArray Page(SqliteConnection connection, int size)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT h.id, h.score, d.json FROM temp.hits h JOIN docs d ON d.id = h.id ORDER BY {_order} LIMIT $size OFFSET $skip";
        command.Parameters.AddWithValue("$size", size);
        command.Parameters.AddWithValue("$skip", _skip);
        using var reader = command.ExecuteReader();
        var page = new JsonArray();
        while (reader.Read())
        {
            var hit = new JsonObject { ["@search.score"] = (float)reader.GetDouble(1) };
            if (_highlighter?.Highlight(connection, reader.GetInt64(0)) is { Count: > 0 } highlights)
            {
                hit["@search.highlights"] = highlights;
            }

            page.Add(_view.Copy(reader.GetString(2), hit));
        }

        return page;
    }

    /// <summary>More was asked for than one answer holds: says how to go on.</summary>
    private void Continue(JsonObject answer, int page, string nextLink)
    {
        var next = _parameters.Body.DeepClone().AsObject();
        next["skip"] = _skip + page;
        if (_top is { } top)
        {
            next["top"] = top - page;
        }

        answer["@search.nextPageParameters"] = next;
        answer["@odata.nextLink"] = nextLink;
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
