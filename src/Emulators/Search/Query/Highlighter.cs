using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>Marks the words that were found, in the sentences in which they stand.</summary>
internal sealed partial class Highlighter
{
    private const int DefaultFragments = 5;

    // Marks that cannot be in the text: control characters are not part of any term. The tags take their place at the end.
    private const string Open = "\u0001";
    private const string Close = "\u0002";

    private readonly List<(TextTable Table, FieldDefinition Field, int Fragments, string Terms)> _targets = [];
    private readonly string _pre;
    private readonly string _post;

    private Highlighter(string pre, string post) => (_pre, _post) = (pre, post);

    /// <summary>Null if the request asks for none.</summary>
    public static Highlighter? Create(IndexDefinition index, QueryParameters parameters, TextMatch match)
    {
        if (parameters.Text("highlight") is not { Length: > 0 } names)
        {
            return null;
        }

        var highlighter = new Highlighter(parameters.Text("highlightPreTag") ?? "<em>", parameters.Text("highlightPostTag") ?? "</em>");
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries))
        {
            highlighter.Add(index, name, match);
        }

        return highlighter;
    }

    /// <summary>The fragments of each field that holds a match.</summary>
    public JsonObject Highlight(SqliteConnection connection, long id)
    {
        var found = new JsonObject();
        foreach (var (table, field, most, terms) in _targets)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                SELECT highlight({table.Name}, {table.Fields.Index().First(f => f.Item == field).Index}, $open, $close)
                FROM {table.Name} WHERE {table.Name} MATCH $terms AND rowid = $id
                """;
            command.Parameters.AddWithValue("$open", Open);
            command.Parameters.AddWithValue("$close", Close);
            command.Parameters.AddWithValue("$terms", terms);
            command.Parameters.AddWithValue("$id", id);
            if (command.ExecuteScalar() is string text && Fragments(text, field, most) is { Count: > 0 } fragments)
            {
                found[field.Name] = fragments;
            }
        }

        return found;
    }

    /// <param name="asked">A field, such as <c>abstract</c>, or a field and how many fragments, such as <c>abstract-2</c>.</param>
    private void Add(IndexDefinition index, string asked, TextMatch match)
    {
        var dash = asked.LastIndexOf('-');
        var (name, most) = dash > 0 && int.TryParse(asked.AsSpan(dash + 1), out var number)
            ? (asked[..dash], number) : (asked, DefaultFragments);
        if (index.Find(name) is not { Searchable: true } field)
        {
            throw SearchRequestException.Parameter(
                "highlight", $"'{name}' in the highlight list is not a searchable field.", "InvalidHighlight");
        }

        foreach (var (table, terms) in match.Terms.Where(pair => pair.Key.Fields.Contains(field) && pair.Value.Count > 0))
        {
            _targets.Add((table, field, most, string.Join(" OR ", terms.Select(term => $"({field.Column} : {term})"))));
        }
    }

    private JsonArray Fragments(string text, FieldDefinition field, int most)
    {
        var parts = field.IsCollection ? text.Split(IndexSchema.ItemSeparator) : Sentences(text);
        var marked = parts.Where(part => part.Contains(Open, StringComparison.Ordinal)).Take(most);
        return [.. marked.Select(part => (JsonNode?)JsonValue.Create(Tagged(part.Trim())))];
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        foreach (var end in SentenceEnd().Matches(text).Select(match => match.Index + match.Length))
        {
            yield return text[start..end];
            start = end;
        }

        yield return text[start..];
    }

    // In one go: the tags that are asked for may hold the very signs that stand for them here.
    private string Tagged(string text) => string.Concat(text.Select(c => c == Open[0] ? _pre : c == Close[0] ? _post : c.ToString()));

    [GeneratedRegex(@"[.!?][\u0002""')\]]?\s+", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();
}
