using System.Text.Json;
using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Json;

/// <summary>Any JSON object as a row: properties are columns, and what is within a few of them is as well.</summary>
internal static class JsonRow
{
    /// <summary>The worst name that a column can have.</summary>
    private const int Nameless = int.MaxValue - 1;

    private static readonly string[] Wrappers =
    [
        "paper", "ids", "externalids", "external_ids", "identifiers", "metadata", "fields", "_source", "item", "article", "attributes",
        "content", "info",
        "citingpaper", "citedpaper", "bibjson", "work", "publication",
    ];

    public static bool Describe(JsonRecord record, PaperDraft draft) => record.Element.ValueKind == JsonValueKind.String
        ? JsonLine.Describe(record.Element.GetString()!, record.Key, record.Group, draft)
        : RowPaper.Describe(Read(record), draft);

    private static Row Read(JsonRecord record)
    {
        var row = new Row();
        row.Add((Column.Id, Nameless), record.Key);
        row.Add((Column.Categories, Nameless), record.Group);
        if (record.Element.ValueKind != JsonValueKind.Object)
        {
            return row;
        }

        foreach (var property in record.Element.EnumerateObject().Take(1000))
        {
            Add(row, property, 0);
        }

        return row;
    }

    private static void Add(Row row, JsonProperty property, int depth)
    {
        var (name, value) = (property.Name, property.Value);
        if (IsWrapper(name) && value.ValueKind == JsonValueKind.Object && depth < 2)
        {
            foreach (var inner in value.EnumerateObject().Take(1000))
            {
                Add(row, inner, depth + 1);
            }
        }
        else if (name == "versions")
        {
            row.Add((Column.Date, Nameless), value.Items().FirstOrDefault().Text("created"));
        }
        else if (ColumnNames.Find(name) is { } column)
        {
            if (column.Column is Column.Url or Column.Pdf or Column.Code or Column.Project or Column.Arxiv
                && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                JsonLinks.Add(row, column, value);
                return;
            }

            foreach (var text in value.Texts())
            {
                row.Add(column, text);
            }
        }
    }

    /// <summary>Whether something is read from a property of this name.</summary>
    public static bool Uses(string name) => IsWrapper(name) || name == "versions" || ColumnNames.Find(name) is not null;

    /// <summary>Whether a property of this name holds an object whose properties belong to the paper itself.</summary>
    public static bool IsWrapper(string name) => Wrappers.Contains(name, StringComparer.OrdinalIgnoreCase);
}
