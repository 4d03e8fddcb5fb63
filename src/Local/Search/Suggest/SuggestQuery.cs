using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Documents;
using PaperFunctions.Local.Search.Indexes;
using PaperFunctions.Local.Search.Query;

namespace PaperFunctions.Local.Search.Suggest;

/// <summary>Documents whose suggester fields hold all the words typed, the last as the beginning of a word; with the field's text.</summary>
internal sealed class SuggestQuery
{
    private readonly IndexDefinition _index;
    private readonly TypedText _typed;
    private readonly SqlArguments _arguments = new();
    private readonly string _filter;
    private readonly string _order;
    private readonly DocumentView _view;
    private readonly bool _covered;

    /// <exception cref="SearchRequestException">A parameter is wrong.</exception>
    public SuggestQuery(IndexDefinition index, JsonObject body)
    {
        var parameters = new QueryParameters(
            body, "suggest", "search", "suggesterName", "searchFields", "filter", "orderby", "select", "top", "fuzzy", "highlightPreTag", "highlightPostTag", "minimumCoverage");
        _index = index;
        _typed = new TypedText(index, parameters);
        _filter = FilterSql.Compile(index, parameters.Text("filter"), _arguments);
        _order = OrderSql.Compile(index, parameters.Text("orderby"));
        _view = new DocumentView(index, string.IsNullOrEmpty(parameters.Text("select")) ? index.KeyField.Name : parameters.Text("select"));
        _covered = parameters.Number("minimumCoverage") is not null;
    }

    public JsonObject Run(SqliteConnection connection)
    {
        var answer = new JsonObject();
        if (_covered)
        {
            answer["@search.coverage"] = 100.0;
        }

        answer["value"] = _typed.Words.Count == 0 ? [] : Suggestions(connection);
        return answer;
    }

    private JsonArray Suggestions(SqliteConnection connection)
    {
        // One look-up for each field: all words must stand in the same one. The first field that matches gives the text.
        var words = string.Join(" AND ", FuzzyWords.Alternatives(connection, _typed).Select(alternatives => $"({string.Join(" OR ", alternatives)})"));
        var all = IndexSchema.TextTables(_index).Single(table => table.Name == IndexSchema.SuggestTable).Fields.ToList();
        var looks = _typed.Fields.Select(field =>
            $"SELECT rowid, -bm25({IndexSchema.SuggestTable}), {all.IndexOf(field)}, highlight({IndexSchema.SuggestTable}, {all.IndexOf(field)}, char(1), char(2)) FROM {IndexSchema.SuggestTable} WHERE {IndexSchema.SuggestTable} MATCH {_arguments.Add($"{{{field.Column}}} : ({words})")}");

        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH found(id, score, field, text) AS MATERIALIZED ({string.Join(" UNION ALL ", looks)}),
            h(id, score, field, text) AS (SELECT id, max(score), min(field), text FROM found GROUP BY id)
            SELECT d.json, h.text FROM h JOIN docs d ON d.id = h.id WHERE {_filter} ORDER BY {_order} LIMIT {_typed.Top}
            """;
        _arguments.Bind(command);
        using var reader = command.ExecuteReader();
        var suggestions = new JsonArray();
        while (reader.Read())
        {
            suggestions.Add(_view.Copy(reader.GetString(0), new JsonObject { ["@search.text"] = Shown(reader.GetString(1)) }));
        }

        return suggestions;
    }

    /// <summary>The field's text, of a collection the item that matched, with the marks asked for.</summary>
    private string Shown(string text)
    {
        var part = text.Split(IndexSchema.ItemSeparator).FirstOrDefault(item => item.Contains('\u0001', StringComparison.Ordinal)) ?? text;
        return part.Replace("\u0001", _typed.Tags?.Pre, StringComparison.Ordinal).Replace("\u0002", _typed.Tags?.Post, StringComparison.Ordinal);
    }
}
