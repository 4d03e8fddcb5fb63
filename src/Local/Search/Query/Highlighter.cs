using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Indexes;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Search.Query;

/// <summary>Marks the words that were found, in the sentences in which they stand.</summary>
internal sealed partial class Highlighter
{
    private const int DefaultFragments = 5;

    // Marks that cannot be in the text: control characters are not part of any term, and are replaced by the tags at the end.
    private const string Open = "\u0001";
    private const string Close = "\u0002";

    private readonly List<(TextTable Table, int Column, FieldDefinition Field, int Fragments, string Terms)> _targets = [];
    private readonly string _pre;
    private readonly string _post;

    private Highlighter(string pre, string post)
    {
        _pre = pre;
        _post = post;
    }

    /// <summary>Null when the request asks for none.</summary>
    public static Highlighter? Create(IndexDefinition index, QueryParameters parameters, TextMatch match)
    {
        if (parameters.Text("highlight") is not { Length: > 0 } names)
        {
            return null;
        }

        var highlighter = new Highlighter(parameters.Text("highlightPreTag") ?? "<em>", parameters.Text("highlightPostTag") ?? "</em>");
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            highlighter.Add(index, name, match);
        }

        return highlighter;
    }

    /// <summary>The fragments of each field that holds a match.</summary>
    public JsonObject Highlight(SqliteConnection connection, long id)
    {
        var found = new JsonObject();
        foreach (var target in _targets)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT highlight({target.Table.Name}, {target.Column}, $open, $close) FROM {target.Table.Name} WHERE {target.Table.Name} MATCH $terms AND rowid = $id";
            command.Parameters.AddWithValue("$open", Open);
            command.Parameters.AddWithValue("$close", Close);
            command.Parameters.AddWithValue("$terms", target.Terms);
            command.Parameters.AddWithValue("$id", id);
            if (command.ExecuteScalar() is string text && Fragments(text, target.Field, target.Fragments) is { Count: > 0 } fragments)
            {
                found[target.Field.Name] = fragments;
            }
        }

        return found;
    }

    private void Add(IndexDefinition index, string asked, TextMatch match)
    {
        var dash = asked.LastIndexOf('-');
        var (name, limit) = dash > 0 && int.TryParse(asked[(dash + 1)..], out var number) && number > 0 ? (asked[..dash], number) : (asked, DefaultFragments);
        var field = index.Find(name);
        if (field is not { Searchable: true })
        {
            throw SearchRequestException.Parameter("highlight", field is null ? $"Unknown field '{name}' in the highlight list." : $"The field '{name}' in the highlight list is not searchable.", "InvalidHighlight");
        }

        foreach (var (table, _) in match.Tables.Where(pair => pair.Table.Fields.Contains(field) && match.Terms[pair.Table.Name].Count > 0))
        {
            var terms = string.Join(" OR ", match.Terms[table.Name].Select(term => $"({field.Column} : {term})"));
            _targets.Add((table, table.Fields.ToList().IndexOf(field), field, limit, terms));
        }
    }

    private JsonArray Fragments(string text, FieldDefinition field, int limit)
    {
        var parts = field.IsCollection ? text.Split(IndexSchema.ItemSeparator) : Sentence().Split(text);
        return [.. parts.Where(part => part.Contains(Open, StringComparison.Ordinal)).Take(limit).Select(part => (JsonNode?)JsonValue.Create(Marked(part.Trim())))];
    }

    // In one go: the tags asked for may hold the very signs that stand for them here.
    private string Marked(string text) => string.Concat(text.Select(c => c == Open[0] ? _pre : c == Close[0] ? _post : c.ToString()));

    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"(?<=[.!?][\u0002""')\]]?)\s+(?=\S)")]
    private static partial Regex Sentence();
}
