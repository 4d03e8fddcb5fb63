using System.Text.Json;
using PaperFunctions.Formats.Shared.Columns;

namespace PaperFunctions.Formats.Json;

/// <summary>The rows of a table that is written as <c>{"title": {"0": ..., "1": ...}, ...}</c> or as
/// <c>{"columns": [...], "data": [[...], ...]}</c>.</summary>
internal static class FrameRows
{
    private const int MaxColumns = 1000;

    /// <summary>The names of the columns, and the rows in order.</summary>
    public static (IReadOnlyList<string> Names, IEnumerable<Row> Rows) Of(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("columns", out var columns)
            && columns.ValueKind == JsonValueKind.Array)
        {
            List<string> names = [.. columns.EnumerateArray().Take(MaxColumns).Select(name => name.ToString())];
            return (names, root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
                ? data.EnumerateArray().Select(row => Split(names, row))
                : []);
        }

        List<JsonProperty> byColumn = root.ValueKind == JsonValueKind.Object
            ? [.. root.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Object).Take(MaxColumns)]
            : [];
        return (byColumn.ConvertAll(column => column.Name), Columns(byColumn));
    }

    private static Row Split(List<string> names, JsonElement values)
    {
        var row = new Row();
        if (values.ValueKind == JsonValueKind.Array)
        {
            foreach (var (value, i) in values.EnumerateArray().Take(names.Count).Select((value, i) => (value, i)))
            {
                Add(row, names[i], value);
            }
        }

        return row;
    }

    /// <summary>All columns have the same rows in the same order, so they are walked side by side.</summary>
    private static IEnumerable<Row> Columns(List<JsonProperty> columns)
    {
        var cells = columns.ConvertAll(column => (column.Name, Values: column.Value.EnumerateObject()));
        for (var more = cells.Count > 0; more;)
        {
            var row = new Row();
            more = false;
            for (var i = 0; i < cells.Count; i++)
            {
                var (name, values) = cells[i];
                if (values.MoveNext())
                {
                    more = true;
                    Add(row, name, values.Current.Value);
                }

                cells[i] = (name, values);
            }

            if (more)
            {
                yield return row;
            }
        }
    }

    private static void Add(Row row, string name, JsonElement value)
    {
        if (ColumnNames.Find(name) is { } column)
        {
            foreach (var text in value.Texts())
            {
                row.Add(column, text);
            }
        }
    }
}
