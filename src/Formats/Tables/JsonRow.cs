using System.Text.Json;
using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Json;

namespace PaperFunctions.Formats.Tables;

/// <summary>Any JSON object as a row: properties are columns, and what is within a few of them is as well.</summary>
internal static class JsonRow
{
    public static bool Describe(JsonRecord record, PaperDraft draft) => RowPaper.Describe(Read(record.Element), draft);

    private static Row Read(JsonElement record)
    {
        var row = new Row();
        if (record.ValueKind != JsonValueKind.Object)
        {
            return row;
        }

        foreach (var property in record.EnumerateObject().Take(1000))
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
            row.Add((Column.Date, int.MaxValue - 1), value.Items().FirstOrDefault().Text("created"));
        }
        else if (ColumnNames.Find(name) is { } column)
        {
            foreach (var text in value.Texts())
            {
                row.Add(column, text);
            }
        }
    }

    /// <summary>Objects whose properties belong to the paper itself.</summary>
    private static bool IsWrapper(string name) => name.ToLowerInvariant() is "paper" or "ids" or "externalids" or "external_ids" or "identifiers" or "metadata" or "fields" or "_source" or "item" or "article" or "attributes";
}
