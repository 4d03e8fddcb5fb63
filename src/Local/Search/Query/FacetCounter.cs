using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Documents;

namespace PaperFunctions.Local.Search.Query;

/// <summary>Counts the values, or ranges of values, of one field over what a search found.</summary>
internal static class FacetCounter
{
    public static JsonArray Count(SqliteConnection connection, FacetExpression facet) =>
        facet.Bounds is null ? CountValues(connection, facet) : CountRanges(connection, facet, facet.Bounds);

    private static JsonArray CountValues(SqliteConnection connection, FacetExpression facet)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT value, count(*) AS documents FROM (SELECT DISTINCT h.id, {Bucket(facet)} AS value FROM {From(facet)})
            WHERE value IS NOT NULL GROUP BY value ORDER BY {Order(facet.Sort)} LIMIT $count
            """;
        command.Parameters.AddWithValue("$count", facet.Count);
        command.Parameters.AddWithValue("$width", (object?)facet.Interval ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        var values = new JsonArray();
        while (reader.Read())
        {
            values.Add(new JsonObject { ["count"] = reader.GetInt64(1), ["value"] = FieldValue.FromSql(facet.Field.ItemType, Whole(facet, reader.GetValue(0))) });
        }

        return values;
    }

    private static JsonArray CountRanges(SqliteConnection connection, FacetExpression facet, IReadOnlyList<object> bounds)
    {
        var ranges = new JsonArray();
        for (var i = 0; i <= bounds.Count; i++)
        {
            var (from, to) = (i == 0 ? null : bounds[i - 1], i == bounds.Count ? null : bounds[i]);
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                SELECT count(DISTINCT h.id) FROM {From(facet)}
                WHERE {Value(facet)} IS NOT NULL AND ($from IS NULL OR {Value(facet)} >= $from) AND ($to IS NULL OR {Value(facet)} < $to)
                """;
            command.Parameters.AddWithValue("$from", from ?? DBNull.Value);
            command.Parameters.AddWithValue("$to", to ?? DBNull.Value);
            var range = new JsonObject { ["count"] = (long)command.ExecuteScalar()! };
            if (from is not null)
            {
                range["from"] = FieldValue.FromSql(facet.Field.ItemType, from);
            }

            if (to is not null)
            {
                range["to"] = FieldValue.FromSql(facet.Field.ItemType, to);
            }

            ranges.Add(range);
        }

        return ranges;
    }

    private static string From(FacetExpression facet) => "temp.hits h JOIN docs d ON d.id = h.id"
        + (facet.Field.IsCollection ? $", json_each(d.\"{facet.Field.Column}\") x" : "");

    private static string Value(FacetExpression facet) => facet.Field.IsCollection ? "x.value" : $"d.\"{facet.Field.Column}\"";

    /// <summary>The value, or the start of its bucket.</summary>
    private static string Bucket(FacetExpression facet)
    {
        var value = Value(facet);
        if (facet.Interval is not null)
        {
            // CAST cuts towards zero; a bucket starts below.
            var steps = $"({value} * 1.0 / $width)";
            return $"(CAST({steps} AS INTEGER) - ({steps} < CAST({steps} AS INTEGER))) * $width";
        }

        var seconds = $"{value} / 1000, 'unixepoch'";
        return facet.DateInterval switch
        {
            null => value,
            "minute" => $"strftime('%s', strftime('%Y-%m-%d %H:%M:00', {seconds})) * 1000",
            "hour" => $"strftime('%s', strftime('%Y-%m-%d %H:00:00', {seconds})) * 1000",
            "week" => $"strftime('%s', {seconds}, 'start of day', '-6 days', 'weekday 0') * 1000",
            "quarter" => $"strftime('%s', {seconds}, 'start of month', '-' || ((strftime('%m', {seconds}) - 1) % 3) || ' months') * 1000",
            var interval => $"strftime('%s', {seconds}, 'start of {interval}') * 1000",
        };
    }

    private static string Order(string sort) => sort switch
    {
        "-count" => "documents, value",
        "value" => "value",
        "-value" => "value DESC",
        _ => "documents DESC, value",
    };

    /// <summary>An interval's bound is a whole number for a whole field.</summary>
    private static object Whole(FacetExpression facet, object value) =>
        value is double number && facet.Field.ItemType != "Edm.Double" ? (long)number : value;
}
