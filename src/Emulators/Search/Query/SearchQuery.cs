using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>One search. The hits go into a table that lasts as long as the request; page, count and facets are read from it.</summary>
internal sealed class SearchQuery(IndexDefinition index, JsonObject body)
{
    private readonly SearchParameters _search = new(index, body);

    public JsonObject Run(SqliteConnection connection, DateTimeOffset now)
    {
        Find(connection, now);
        var answer = new JsonObject();
        if (_search.Count)
        {
            answer["@odata.count"] = IndexSchema.Number(connection, "SELECT count(*) FROM temp.hits");
        }

        if (_search.Facets.Count > 0)
        {
            answer["@search.facets"] = new JsonObject(
                _search.Facets.Select(facet => KeyValuePair.Create(facet.Field.Name, (JsonNode?)facet.Count(connection))));
        }

        answer["value"] = Page(connection);
        return answer;
    }

    private void Find(SqliteConnection connection, DateTimeOffset now)
    {
        IndexSchema.Run(connection, "DROP TABLE IF EXISTS temp.hits; CREATE TEMP TABLE hits (id INTEGER PRIMARY KEY, score REAL NOT NULL)");
        var score = TextScore.Of(index, _search);
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            {score.With} INSERT INTO temp.hits SELECT d.id, ({score.Expression}) * ({TextScore.Boost(index, now, _search.Arguments)})
            FROM docs d {score.Joins} WHERE {_search.Match.Condition} AND {_search.Filter}
            """;
        _search.Arguments.Bind(command);
        command.ExecuteNonQuery();
    }

    private JsonArray Page(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT h.id, h.score, d.json FROM temp.hits h JOIN docs d ON d.id = h.id
            ORDER BY {_search.Order} LIMIT {_search.Top} OFFSET {_search.Skip}
            """;
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
}
