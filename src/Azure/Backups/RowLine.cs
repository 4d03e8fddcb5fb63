using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace PaperFunctions.Azure.Backups;

/// <summary>One table row as one line of JSON. Text stands as it is; other values name their type: <c>{"Int32":1}</c>.</summary>
internal static class RowLine
{
    public static ReadOnlyMemory<byte> Write(TableEntity row)
    {
        var line = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(line);
        json.WriteStartObject();
        foreach (var (name, value) in row.Where(
            property => property.Key is not ("odata.etag" or "Timestamp") && property.Value is not null))
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
        json.Flush();
        line.Write("\n"u8);
        return line.WrittenMemory;
    }

    /// <exception cref="FormatException">The line is not a row.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = new TableEntity();
            foreach (var property in json.RootElement.EnumerateObject())
            {
                row[property.Name] = ReadValue(property.Value);
            }

            return row is { PartitionKey: not null, RowKey: not null } ? row : throw new FormatException("The row has no key.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        if (value is string text)
        {
            json.WriteStringValue(text);
            return;
        }

        json.WriteStartObject();
        json.WriteString(value is byte[] or BinaryData ? "Binary" : value.GetType().Name, value switch
        {
            byte[] bytes => Convert.ToBase64String(bytes),
            BinaryData data => Convert.ToBase64String(data.ToMemory().Span),
            DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        });
        json.WriteEndObject();
    }

    private static object? ReadValue(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        var typed = value.EnumerateObject().Single();
        var text = typed.Value.GetString()!;
        return typed.Name switch
        {
            "Int32" => int.Parse(text, CultureInfo.InvariantCulture),
            "Int64" => long.Parse(text, CultureInfo.InvariantCulture),
            "Double" => double.Parse(text, CultureInfo.InvariantCulture),
            "Boolean" => bool.Parse(text),
            "DateTimeOffset" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            "Guid" => Guid.Parse(text),
            "Binary" => Convert.FromBase64String(text),
            _ => throw new FormatException($"'{typed.Name}' is no type of a table's value."),
        };
    }
}
