using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Query;

/// <summary>One search: what is found goes into a table for the time of the request; page, count and facets are read from it.</summary>
internal sealed class SearchQuery(IndexDefinition index, JsonObject body)
{
    private const int DefaultTop = 50;
    private const int MaxTop = 1000;

    private readonly SearchParameters _search = new(index, body);

    /// <param name="nextLink">Where the request that goes on must be posted.</param>
    public JsonObject Run(SqliteConnection connection, string nextLink, DateTimeOffset now)
    {
        Find(connection, now);
        var answer = new JsonObject();
        var found = Scalar(connection, "SELECT count(*) FROM temp.hits");
        if (_search.Count)
        {
            answer["@odata.count"] = found;
        }

        if (_search.Coverage)
        {
            answer["@search.coverage"] = 100.0;
        }

        if (_search.Facets.Count > 0)
        {
            var facets = _search.Facets.DistinctBy(facet => facet.Field.Name);
            answer["@search.facets"] = new JsonObject(facets.Select(facet => KeyValuePair.Create(facet.Field.Name, (JsonNode?)FacetCounter.Count(connection, facet))));
        }

        var page = Math.Min(_search.Top ?? DefaultTop, MaxTop);
        answer["value"] = Page(connection, page);
        if (_search.Top != page && found > _search.Skip + page)
        {
            Continue(answer, page, nextLink);
        }

        return answer;
    }

    private void Find(SqliteConnection connection, DateTimeOffset now)
    {
        ScoreBoost.Register(connection, _search.Profile, now);
        IndexSchema.Run(connection, "DROP TABLE IF EXISTS temp.hits; CREATE TEMP TABLE hits (id INTEGER PRIMARY KEY, score REAL NOT NULL)");
        var score = TextScore.Of(_search);
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            {score.With} INSERT INTO temp.hits SELECT d.id, {ScoreBoost.Sql(index, _search.Profile, score.Expression)}
            FROM docs d {score.Joins} WHERE {_search.Match.Condition} AND {_search.Filter}
            """;
        _search.Arguments.Bind(command);
        command.ExecuteNonQuery();
    }

    private JsonArray Page(SqliteConnection connection, int size)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT h.id, h.score, d.json FROM temp.hits h JOIN docs d ON d.id = h.id ORDER BY {_search.Order} LIMIT $size OFFSET $skip";
        command.Parameters.AddWithValue("$size", size);
        command.Parameters.AddWithValue("$skip", _search.Skip);
        using var reader = command.ExecuteReader();
        var page = new JsonArray();
        while (reader.Read())
        {
            var hit = new JsonObject { ["@search.score"] = (float)reader.GetDouble(1) };
            if (_search.Highlighter?.Highlight(connection, reader.GetInt64(0)) is { Count: > 0 } highlights)
            {
                hit["@search.highlights"] = highlights;
            }

            page.Add(_search.View.Copy(reader.GetString(2), hit));
        }

        return page;
    }

    /// <summary>More was asked for than one answer holds: says how to go on.</summary>
    private void Continue(JsonObject answer, int page, string nextLink)
    {
        var next = _search.Body.DeepClone().AsObject();
        next["skip"] = _search.Skip + page;
        if (_search.Top is { } top)
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
