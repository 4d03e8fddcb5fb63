using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>A facet as it is asked for, such as <c>year</c> or <c>year,count:12</c>: how many documents found have which value.</summary>
internal sealed record Facet(FieldDefinition Field, int Most)
{
    private const int DefaultCount = 10;
    private const string CountOption = "count:";

    /// <exception cref="SearchRequestException">The field cannot be counted, or the facet has another option than a count.</exception>
    public static Facet Parse(IndexDefinition index, string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var field = index.Find(parts[0]) ?? throw Wrong($"Could not find a property named '{parts[0]}' on type 'search.document'.");
        if (!field.Facetable)
        {
            throw Wrong($"'{field.Name}' is not a facetable field. Only facetable fields can be used in facet expressions.");
        }

        return parts switch
        {
            [_] => new Facet(field, DefaultCount),
            [_, var option] when option.StartsWith(CountOption, StringComparison.Ordinal)
                && int.TryParse(option[CountOption.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var most) =>
                    new Facet(field, most),
            _ => throw Wrong($"'{text}' has an option that this emulator does not know: it knows 'count'."),
        };
    }

    /// <summary>Counts over the table of hits: the most frequent values first.</summary>
    public JsonArray Count(SqliteConnection connection)
    {
        var items = Field.IsCollection ? $", json_each(d.\"{Field.Column}\") x" : "";
        var value = Field.IsCollection ? "x.value" : $"d.\"{Field.Column}\"";
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT value, count(*) AS documents
            FROM (SELECT DISTINCT h.id, {value} AS value FROM temp.hits h JOIN docs d ON d.id = h.id{items})
            WHERE value IS NOT NULL GROUP BY value ORDER BY documents DESC, value LIMIT {Most}
            """;
        using var reader = command.ExecuteReader();
        var values = new JsonArray();
        while (reader.Read())
        {
            values.Add(new JsonObject
            {
                ["count"] = reader.GetInt64(1),
                ["value"] = FieldValue.FromSql(Field.ItemType, reader.GetValue(0)),
            });
        }

        return values;
    }

    private static SearchRequestException Wrong(string why) =>
        SearchRequestException.Parameter("facet", $"Invalid facet expression: {why}", "InvalidFacetExpression");
}
