using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using PaperFunctions.Azure.Tables;

namespace PaperFunctions.LocalTests.Flow.Rows;

/// <summary>All rows of all tables, as a release wrote them: <c>{"Votes":[{"PartitionKey":"...","At":{"DateTimeOffset":"..."}}]}</c>. Text
/// stands as it is, other values name their type.</summary>
internal static class RowFile
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder { get; } = Here();

    /// <summary>The releases whose rows are kept.</summary>
    public static IEnumerable<string> Releases =>
        Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    public static async Task WriteAsync(TableServiceClient service, string release)
    {
        var tables = new JsonObject();
        foreach (var name in TableNames.All)
        {
            var rows = new JsonArray();
            await foreach (var row in service.GetTableClient(name).QueryAsync<TableEntity>())
            {
                rows.Add(new JsonObject(row.Where(p => p.Key is not ("odata.etag" or "Timestamp") && p.Value is not null)
                    .Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, ToJson(p.Value)))));
            }

            tables[name] = rows;
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, $"{release}.json"), tables.ToJsonString(Options) + "\n");
    }

    /// <summary>Puts the rows into tables that are there.</summary>
    /// <returns>How many rows each table has.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> LoadAsync(TableServiceClient service, string release)
    {
        var counts = new Dictionary<string, int>();
        var tables = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, $"{release}.json")))!.AsObject();
        foreach (var (name, rows) in tables)
        {
            foreach (var row in rows!.AsArray())
            {
                var entity = new TableEntity();
                foreach (var (property, value) in row!.AsObject())
                {
                    entity[property] = FromJson(value!);
                }

                await service.GetTableClient(name).AddEntityAsync(entity);
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        return counts;
    }

    private static JsonNode ToJson(object value) => value is string text ? JsonValue.Create(text) : new JsonObject
    {
        [value.GetType().Name] = value is DateTimeOffset at ? at.ToString("O", CultureInfo.InvariantCulture)
            : Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static object FromJson(JsonNode value)
    {
        if (value is JsonValue text)
        {
            return text.GetValue<string>();
        }

        var (type, typed) = value.AsObject().Single();
        var written = typed!.GetValue<string>();
        return type switch
        {
            nameof(Int32) => int.Parse(written, CultureInfo.InvariantCulture),
            nameof(Int64) => long.Parse(written, CultureInfo.InvariantCulture),
            nameof(Double) => double.Parse(written, CultureInfo.InvariantCulture),
            nameof(Boolean) => bool.Parse(written),
            nameof(DateTimeOffset) => DateTimeOffset.Parse(written, CultureInfo.InvariantCulture),
            _ => throw new FormatException($"No row has had a value of type {type} before: teach it here."),
        };
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
