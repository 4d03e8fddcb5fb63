using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Rows as JSON with minimal metadata: types that JSON lacks are strings or numbers with a twin property "name@odata.type"
/// (https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations).
/// </summary>
internal static class EntityJson
{
    internal static ReadOnlyMemory<byte> TableName(string table) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table });

    /// <exception cref="NotSupportedException">A value's type is none of the service's.</exception>
    internal static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Properties(entity))
            {
                // The service sets the time, and takes the ETag from the header.
                if (name is not (EntityNames.Timestamp or EntityNames.ETag))
                    WriteProperty(json, name, value);
            }

            json.WriteEndObject();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    internal static T ReadOne<T>(Response response) where T : class, ITableEntity
    {
        using var json = JsonDocument.Parse(response.Content.ToMemory());
        return Read<T>(json.RootElement);
    }

    internal static IReadOnlyList<T> ReadAll<T>(Response response) where T : class, ITableEntity
    {
        using var json = JsonDocument.Parse(response.Content.ToMemory());
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(Read<T>)];
    }

    private static IDictionary<string, object> Properties(ITableEntity entity) => entity as IDictionary<string, object>
        ?? throw new NotSupportedException(
            $"{entity.GetType()} is not a TableEntity; rows of own types need the official Azure.Data.Tables (build with "
            + "AzurePackages=official).");

    private static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        if (EdmType.Of(value) is { } type)
            json.WriteString(name + EntityNames.TypeSuffix, type);
        json.WritePropertyName(name);
        EdmType.Write(json, name, value);
    }

    private static T Read<T>(JsonElement row) where T : class, ITableEntity
    {
        if (Activator.CreateInstance<T>() is not IDictionary<string, object> entity)
            throw new NotSupportedException(
                $"{typeof(T)} is not a TableEntity; rows of own types need the official Azure.Data.Tables (build with "
                + "AzurePackages=official).");
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name != EntityNames.Metadata && !property.Name.EndsWith(EntityNames.TypeSuffix, StringComparison.Ordinal))
                entity[property.Name] = EdmType.Read(property.Value, TypeOf(row, property.Name))!;
        }

        return (T)entity;
    }

    private static string? TypeOf(JsonElement row, string name) => row.TryGetProperty(name + EntityNames.TypeSuffix, out var type)
        ? type.GetString()
        : name == EntityNames.Timestamp ? EdmType.DateTime : null;
}
