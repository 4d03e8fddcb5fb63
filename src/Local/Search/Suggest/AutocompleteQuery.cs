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

    private List<string> Completions(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _mode switch
        {
            "twoTerms" => Pairs(connection, "b.term", "b.off = a.off + 1", Beginning(connection, "a")),
            "oneTermWithContext" when _typed.Words.Count > 1 => Pairs(connection, "b.term", "b.off = a.off + 1", $"a.term = {_arguments.Add(_typed.Words[^2])} AND {Beginning(connection, "b")}"),
            "oneTermWithContext" => "SELECT NULL WHERE 0",
            _ => $"SELECT DISTINCT a.term FROM {Terms("a")} WHERE {Beginning(connection, "a")} AND {Where("a")} ORDER BY a.term LIMIT {_typed.Top}",
        };
        _arguments.Bind(command);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    /// <summary>Terms that stand beside each other in one field of one document.</summary>
    private string Pairs(SqliteConnection connection, string second, string beside, string condition) => $"""
        WITH t(term, doc, col, off) AS MATERIALIZED (SELECT a.term, a.doc, a.col, a.offset FROM {Terms("a")} WHERE {Where("a")})
        SELECT DISTINCT a.term || ' ' || {second} AS text FROM t a JOIN t b ON b.doc = a.doc AND b.col = a.col AND {beside}
        WHERE {condition} ORDER BY text LIMIT {_typed.Top}
        """;

    private string Beginning(SqliteConnection connection, string alias)
    {
        var word = _typed.Words[^1];
        if (!_typed.Fuzzy)
        {
            // A range, so that the index of terms serves: the last character that text can hold ends it.
            return $"{alias}.term >= {_arguments.Add(word)} AND {alias}.term < {_arguments.Add(word + "\U0010FFFF")}";
        }

        var near = FuzzyWords.Beginnings(connection, word).Select(term => _arguments.Add(term));
        return $"{alias}.term IN ({string.Join(", ", near)})";
    }

    private static string Terms(string alias) => $"{IndexSchema.SuggestTerms} {alias}";

    private string Where(string alias)
    {
        var columns = string.Join(", ", _typed.Fields.Select(field => _arguments.Add(field.Column)));
        var documents = _filter == "1" ? "" : $" AND {alias}.doc IN (SELECT d.id FROM docs d WHERE {_filter})";
        return $"{alias}.col IN ({columns}){documents}";
    }

    /// <summary>What was typed before the completed words, then these, marked when asked for.</summary>
    private string WithQuery(string text)
    {
        var completed = _mode == "oneTermWithContext" ? 2 : 1;
        var before = _typed.Words.Take(Math.Max(0, _typed.Words.Count - completed));
        return string.Join(' ', before.Append($"{_typed.Tags?.Pre}{text}{_typed.Tags?.Post}"));
    }
}
