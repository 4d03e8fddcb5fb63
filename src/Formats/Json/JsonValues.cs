using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>Values of JSON objects, whatever type they turn out to have.</summary>
internal static class JsonValues
{
    /// <summary>Values taken from one array; further ones are dropped.</summary>
    private const int MaxValues = 10_000;

    /// <summary>The element that a path of property names leads to; undefined where it ends early.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }

    /// <summary>Text of a string or a number, of the first of several, or of an object that names
    /// something; null where there is none.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.Array => element.EnumerateArray().Take(10).Select(Text).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)),
        JsonValueKind.Object => Named(element),
        _ => null,
    };

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path).Text();

    /// <summary>Texts of all that an array holds, or of the one value.</summary>
    /// <remarks>An object that holds one array, as <c>{"author": [...]}</c> or <c>{"value": [...]}</c>,
    /// stands for what is in that.</remarks>
    public static IEnumerable<string> Texts(this JsonElement element)
    {
        var held = element.ValueKind == JsonValueKind.Object ? OnlyArray(element) : element;
        return (held.ValueKind == JsonValueKind.Array ? held.EnumerateArray().Take(MaxValues).Select(Text) : [held.Text()])
            .Where(text => !string.IsNullOrWhiteSpace(text)).OfType<string>();
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Take(MaxValues) : [];

    public static int? Number(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number
        : element.ValueKind == JsonValueKind.String && int.TryParse(element.GetString(), out number) ? number : null;

    private static JsonElement OnlyArray(JsonElement element)
    {
        var arrays = element.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array).Take(2).ToList();
        return arrays.Count == 1 && Named(element) is null ? arrays[0].Value : element;
    }

    private static string? Named(JsonElement element)
    {
        foreach (var name in (ReadOnlySpan<string>)["name", "full_name", "fullName", "display_name", "displayName", "fullname", "value",
            "text", "url", "$", "#text", "label", "category", "title", "creator", "keyword", "raw_name"])
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString();
            }
        }

        return Person(element);
    }

    private static string? Person(JsonElement element)
    {
        var family = element.Text("family") ?? element.Text("lastName") ?? element.Text("last_name") ?? element.Text("last")
            ?? element.Text("surname");
        var given = element.Text("given") ?? element.Text("firstName") ?? element.Text("first_name") ?? element.Text("first")
            ?? element.Text("forename");
        return family is null
            ? element.Text("literal") ?? given
            : $"{given} {element.Text("non-dropping-particle")} {family} {element.Text("suffix")}".Trim();
    }
}
