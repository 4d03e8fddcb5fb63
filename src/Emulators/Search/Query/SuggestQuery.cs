using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>Documents with a suggester field that holds all the words typed, the last as the beginning of a word; with that field's
/// text.</summary>
internal sealed class SuggestQuery
{
    private const int MaxLength = 100;
    private const int MaxTop = 100;
    private const int DefaultTop = 5;

    private readonly IReadOnlyList<string> _words;
    private readonly IReadOnlyList<string> _columns;
    private readonly int _top;
    private readonly DocumentView _view;

    /// <exception cref="SearchRequestException">A parameter is wrong.</exception>
    public SuggestQuery(IndexDefinition index, JsonObject body)
    {
        var parameters = new QueryParameters(body, "suggest", "search", "suggesterName", "select", "top", "fuzzy");
        var text = parameters.Text("search") ?? "";
        if (text.Length is < 1 or > MaxLength)
        {
            throw SearchRequestException.Parameter(
                "search", $"Search text must be between 1 and {MaxLength} characters.", "InvalidSuggestQuery");
        }

        if (parameters.Flag("fuzzy"))
        {
            throw SearchRequestException.Parameter("fuzzy", "This emulator completes words as they are typed, without fuzzy matching.");
        }

        var name = parameters.Text("suggesterName");
        if (index.Suggester is null || index.Suggester.Name != name)
        {
            throw SearchRequestException.Parameter(
                "name", $"The specified suggester name '{name}' does not exist in this index definition.", "UnknownSuggester");
        }

        _words = FtsText.Words(text);
        _columns = [.. index.Suggester.SourceFields.Select(field => index.Find(field)!.Column)];
        _top = parameters.Whole("top", 1, MaxTop) ?? DefaultTop;
        _view = new DocumentView(index, parameters.Text("select") ?? index.KeyField.Name);
    }

    public JsonObject Run(SqliteConnection connection) => new() { ["value"] = _words.Count == 0 ? [] : Suggestions(connection) };

    private JsonArray Suggestions(SqliteConnection connection)
    {
        // One look-up for each field: all words must be in the same one. The first field that matches gives the text.
        const string table = IndexSchema.SuggestTable;
        var arguments = new SqlArguments();
        var words = string.Join(" AND ", _words.Select(FtsText.Quote)) + "*";
        var looks = _columns.Select((column, i) => $"""
            SELECT rowid, -bm25({table}), {i}, highlight({table}, {i}, char(1), '')
            FROM {table} WHERE {table} MATCH {arguments.Add($"{{{column}}} : ({words})")}
            """);

        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH found(id, score, field, text) AS MATERIALIZED ({string.Join(" UNION ALL ", looks)}),
            h(id, score, field, text) AS (SELECT id, max(score), min(field), text FROM found GROUP BY id)
            SELECT d.json, h.text FROM h JOIN docs d ON d.id = h.id ORDER BY h.score DESC, h.id LIMIT {_top}
            """;
        arguments.Bind(command);
        using var reader = command.ExecuteReader();
        var suggestions = new JsonArray();
        while (reader.Read())
        {
            suggestions.Add(_view.Copy(reader.GetString(0), new JsonObject { ["@search.text"] = Shown(reader.GetString(1)) }));
        }

        return suggestions;
    }

    /// <summary>The field's text; of a collection, the item that matched. The match begins at a mark.</summary>
    private static string Shown(string text)
    {
        const string mark = "\u0001";
        var part = text.Split(IndexSchema.ItemSeparator).FirstOrDefault(item => item.Contains(mark, StringComparison.Ordinal)) ?? text;
        return part.Replace(mark, "", StringComparison.Ordinal);
    }
}
