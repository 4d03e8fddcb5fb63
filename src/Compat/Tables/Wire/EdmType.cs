using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>The service's property types
/// (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model#property-types).</summary>
internal static class EdmType
{
    internal const string Binary = "Edm.Binary";
    internal const string DateTime = "Edm.DateTime";
    internal const string Double = "Edm.Double";
    internal const string Guid = "Edm.Guid";
    internal const string Int64 = "Edm.Int64";

    /// <summary>100 ns, the service's resolution, always in UTC.</summary>
    private const string DateFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>The type to be named; null where JSON's own types say it.</summary>
    internal static string? Of(object? value) => value switch
    {
        byte[] or BinaryData => Binary,
        DateTimeOffset or System.DateTime => DateTime,
        double => Double,
        System.Guid => Guid,
        long or ulong => Int64,
        _ => null,
    };

    internal static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case long or ulong: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
            case System.Guid id: json.WriteStringValue(id); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case BinaryData bytes: json.WriteBase64StringValue(bytes.ToMemory().Span); break;
            case DateTimeOffset moment: json.WriteStringValue(Utc(moment.UtcDateTime)); break;
            case System.DateTime { Kind: DateTimeKind.Utc } moment: json.WriteStringValue(Utc(moment)); break;
            case System.DateTime: throw new NotSupportedException($"Property '{name}': a DateTime must be of kind Utc to be stored.");
            default: throw new NotSupportedException($"Property '{name}': values of type {value.GetType()} cannot be stored.");
        }
    }

    /// <summary>JSON numbers without a type are int where they fit; else long, else double.</summary>
    internal static object? Read(JsonElement value, string? type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True, _) => true,
        (JsonValueKind.False, _) => false,
        (JsonValueKind.Number, Double) => value.GetDouble(),
        (JsonValueKind.Number, _) => Number(value),
        (_, Binary) => value.GetBytesFromBase64(),
        (_, DateTime) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        (_, Double) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture), // NaN, Infinity
        (_, Guid) => System.Guid.Parse(value.GetString()!),
        (_, Int64) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => value.GetString(),
    };

    private static object Number(JsonElement value) =>
        value.TryGetInt32(out var small) ? small : value.TryGetInt64(out var large) ? (object)large : value.GetDouble();

    private static string Utc(System.DateTime moment) => moment.ToString(DateFormat, CultureInfo.InvariantCulture);
}
