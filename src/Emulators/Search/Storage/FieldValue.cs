using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Storage;

/// <summary>A field's value: checked as the service checks it, and as SQL wants it.</summary>
internal static class FieldValue
{
    /// <summary>The value as it is kept, dates in UTC.</summary>
    /// <exception cref="SearchRequestException">The type does not fit.</exception>
    public static JsonNode? Check(FieldDefinition field, JsonNode? value)
    {
        if (!field.IsCollection)
        {
            return value is null ? null : Single(field.Type, value);
        }

        if (value is null)
        {
            throw Wrong(
                $"A null value was found for the property named '{field.Name}', which has the expected type "
                + $"'{field.Type}[Nullable=False]'. The expected type '{field.Type}[Nullable=False]' does not allow null values.");
        }

        if (value is not JsonArray items)
        {
            throw Wrong(
                "An unexpected 'PrimitiveValue' node was found when reading from the JSON reader. "
                + $"A 'StartArray' node was expected for the property '{field.Name}'.");
        }

        return new JsonArray([.. items.Select(item => item is null
            ? throw Wrong($"A null value was found in the collection '{field.Name}'. Items of '{field.Type}' can't be null.")
            : Single(field.ItemType, item))]);
    }

    /// <summary>What the field's column holds: text, a number, or the JSON of a collection of these.</summary>
    public static object ToSql(FieldDefinition field, JsonNode? value)
    {
        if (value is null)
        {
            return DBNull.Value;
        }

        return field.IsCollection
            ? JsonSerializer.Serialize(value.AsArray().Select(item => ToSql(field.ItemType, item!)))
            : ToSql(field.Type, value);
    }

    /// <summary>Milliseconds since the Unix epoch: the precision that the service keeps.</summary>
    public static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    /// <summary>As the service writes dates.</summary>
    private static string DateText(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime
        .ToString(milliseconds % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>A column's value as JSON, for facets.</summary>
    public static JsonNode? FromSql(string itemType, object value) => (itemType, value) switch
    {
        ("Edm.Boolean", long number) => JsonValue.Create(number != 0),
        (_, long number) => JsonValue.Create(number),
        (_, string text) => JsonValue.Create(text),
        _ => null,
    };

    private static object ToSql(string type, JsonNode value) => type switch
    {
        "Edm.String" => value.GetValue<string>(),
        "Edm.Boolean" => value.GetValue<bool>() ? 1L : 0L,
        "Edm.DateTimeOffset" => Milliseconds(DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture)),
        _ => value.GetValue<long>(),
    };

    private static JsonValue Single(string type, JsonNode value)
    {
        var literal = value as JsonValue ?? throw Wrong($"Cannot convert a value to the expected type '{type}'.");
        return (type, value.GetValueKind()) switch
        {
            ("Edm.String", JsonValueKind.String) => JsonValue.Create(literal.GetValue<string>())!,
            ("Edm.Boolean", JsonValueKind.True or JsonValueKind.False) => JsonValue.Create(literal.GetValue<bool>()),
            ("Edm.Int32", JsonValueKind.Number) when literal.TryGetValue<int>(out var number) => JsonValue.Create((long)number),
            ("Edm.DateTimeOffset", JsonValueKind.String) when Date(literal.GetValue<string>()) is { } moment =>
                JsonValue.Create(DateText(Milliseconds(moment)))!,
            _ => throw Wrong($"Cannot convert the literal '{literal.ToString()}' to the expected type '{type}'."),
        };
    }

    /// <summary>A date needs its offset: the service refuses one without.</summary>
    private static DateTimeOffset? Date(string text)
    {
        var zoned = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return zoned
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? moment : null;
    }

    private static SearchRequestException Wrong(string message) => SearchRequestException.Invalid("parameters", message);
}
