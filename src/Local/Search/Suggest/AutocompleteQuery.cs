using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Indexes;
using PaperFunctions.Local.Search.Query;

namespace PaperFunctions.Local.Search.Suggest;

/// <summary>Terms of the suggester's fields that complete what is typed.</summary>
internal sealed class AutocompleteQuery
{
    private readonly TypedText _typed;
    private readonly SqlArguments _arguments = new();
    private readonly string _filter;
    private readonly string _mode;
    private readonly bool _covered;

    /// <exception cref="SearchRequestException">A parameter is wrong.</exception>
    public AutocompleteQuery(IndexDefinition index, JsonObject body)
    {
        var parameters = new QueryParameters(
            body, "autocomplete", "search", "autocompleteMode", "suggesterName", "searchFields", "filter", "top", "fuzzy", "highlightPreTag", "highlightPostTag", "minimumCoverage");
        _typed = new TypedText(index, parameters);
        _filter = FilterSql.Compile(index, parameters.Text("filter"), _arguments);
        _mode = parameters.Text("autocompleteMode") ?? "oneTerm";
        _covered = parameters.Number("minimumCoverage") is not null;
        if (_mode is not ("oneTerm" or "twoTerms" or "oneTermWithContext"))
        {
            throw SearchRequestException.Parameter("autocompleteMode", "The value must be 'oneTerm', 'twoTerms' or 'oneTermWithContext'.");
        }
    }

    public JsonObject Run(SqliteConnection connection)
    {
        var answer = new JsonObject();
        if (_covered)
        {
            answer["@search.coverage"] = 100.0;
        }

        var texts = _typed.Words.Count == 0 ? [] : Completions(connection);
        answer["value"] = new JsonArray([.. texts.Select(text => new JsonObject { ["text"] = text, ["queryPlusText"] = WithQuery(text) })]);
        return answer;
    }

    private List<string> Completions(SqliteConnection connection) => _mode switch
    {
        "twoTerms" => Pairs(connection, _typed.Words.Count - 1, (first, _) => Begins(first)),
        "oneTermWithContext" when _typed.Words.Count > 1 => Pairs(connection, _typed.Words.Count - 2, (first, second) => first == _typed.Words[^2] && Begins(second)),
        "oneTermWithContext" => [],
        _ => Terms(connection),
    };

    /// <summary>Terms from FTS5's own list, in order.</summary>
    private List<string> Terms(SqliteConnection connection)
    {
        // A range, so that the list is not read as a whole; the last character that text can hold ends it.
        var word = _typed.Words[^1];
        var terms = _typed.Fuzzy
            ? $"a.term IN (SELECT value FROM json_each({_arguments.Add(JsonSerializer.Serialize(FuzzyWords.Beginnings(connection, word)))}))"
            : $"a.term >= {_arguments.Add(word)} AND a.term < {_arguments.Add(word + "\U0010FFFF")}";
        var columns = string.Join(", ", _typed.Fields.Select(field => _arguments.Add(field.Column)));
        return Strings(connection, $"SELECT DISTINCT a.term FROM {IndexSchema.SuggestTerms} a WHERE {terms} AND a.col IN ({columns}) AND {Filtered("a.doc")} ORDER BY a.term LIMIT {_typed.Top}");
    }

    /// <summary>Words that stand beside each other in a field, read from the texts that hold what was typed from that word on.</summary>
    private List<string> Pairs(SqliteConnection connection, int from, Func<string, string, bool> fits)
    {
        var words = string.Join(" AND ", FuzzyWords.Alternatives(connection, _typed).Skip(from).Select(alternatives => $"({string.Join(" OR ", alternatives)})"));
        var looks = _typed.Fields.Select(field =>
            $"SELECT \"{field.Column}\" FROM {IndexSchema.SuggestTable} WHERE {IndexSchema.SuggestTable} MATCH {_arguments.Add($"{{{field.Column}}} : ({words})")} AND {Filtered("rowid")}");
        var pairs = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in Strings(connection, string.Join(" UNION ALL ", looks)).SelectMany(text => text.Split(IndexSchema.ItemSeparator)))
        {
            var terms = FtsText.Words(item.ToLowerInvariant());
            pairs.UnionWith(terms.Zip(terms.Skip(1)).Where(pair => fits(pair.First, pair.Second)).Select(pair => $"{pair.First} {pair.Second}"));
        }

        return [.. pairs.Take(_typed.Top)];
    }

    private bool Begins(string term) => FuzzyWords.Begins(_typed.Words[^1], term, _typed.Fuzzy);

    private string Filtered(string row) => _filter == "1" ? "1" : $"{row} IN (SELECT d.id FROM docs d WHERE {_filter})";

    private List<string> Strings(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _arguments.Bind(command);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    /// <summary>What was typed before the completed words, then these, marked when asked for.</summary>
    private string WithQuery(string text)
    {
        var completed = _mode == "oneTermWithContext" ? 2 : 1;
        var before = _typed.Words.Take(Math.Max(0, _typed.Words.Count - completed));
        return string.Join(' ', before.Append($"{_typed.Tags?.Pre}{text}{_typed.Tags?.Post}"));
    }
}
