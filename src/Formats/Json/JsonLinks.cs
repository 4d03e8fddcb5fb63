using System.Text.Json;
using PaperFunctions.Formats.Shared.Columns;

namespace PaperFunctions.Formats.Json;

/// <summary>Links that stand in JSON as an object or an array: <c>{"code": address}</c>, <c>[{"type":
/// "pdf", "url": address}]</c>.</summary>
internal static class JsonLinks
{
    private const int MaxLinks = 100;

    private static readonly string[] Labels = ["type", "name", "label", "rel", "title", "text", "content-type", "format"];

    /// <summary>Adds each address under the column that its own name or label says, else under the one that it was found in.</summary>
    public static void Add(Row row, (Column Column, int Order) column, JsonElement links)
    {
        if (links.ValueKind == JsonValueKind.Array)
        {
            foreach (var link in links.EnumerateArray().Take(MaxLinks))
            {
                AddOne(row, column, link);
            }
        }
        else
        {
            AddOne(row, column, links);
        }
    }

    private static void AddOne(Row row, (Column Column, int Order) column, JsonElement link)
    {
        if (link.ValueKind == JsonValueKind.String)
        {
            row.Add(column, link.GetString());
        }

        if (link.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var said = Labels.Select(name => Said(link, name)).FirstOrDefault(found => found is not null) ?? column;
        foreach (var property in link.EnumerateObject().Take(MaxLinks).Where(property => property.Value.ValueKind == JsonValueKind.String))
        {
            var text = property.Value.GetString()!;
            if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || property.Name is "value")
            {
                row.Add(OfName(property.Name) is { Column: not Column.Url } own ? own : said, text);
            }
        }
    }

    private static (Column Column, int Order)? Said(JsonElement link, string label) =>
        link.TryGetProperty(label, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: < 60 } text
            ? OfName(text)
            : null;

    private static (Column Column, int Order)? OfName(string name) =>
        ColumnNames.Find(name) is { Column: Column.Url or Column.Pdf or Column.Code or Column.Project or Column.Arxiv or Column.Doi } found
            ? found
            : null;
}
