using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperFunctions.LocalTests.Web.Parts;

/// <summary>Checks JSON against the schemas of an OpenAPI document, as far as ours goes: types, required
/// and other members, patterns, lists.</summary>
internal static class Schema
{
    public static void Assert(JsonNode document, string name, JsonNode? value) =>
        Check(document, document["components"]!["schemas"]![name]!, value, name);

    private static void Check(JsonNode document, JsonNode schema, JsonNode? value, string where)
    {
        if (schema["$ref"] is { } reference)
        {
            Check(document, document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!, value, where);
            return;
        }

        string[] types = schema["type"] is JsonArray many
            ? [.. many.Select(t => t!.GetValue<string>())]
            : [schema["type"]!.GetValue<string>()];
        Xunit.Assert.True(types.Contains(TypeOf(value)), $"{where} is {TypeOf(value)}, not {string.Join(" or ", types)}");
        if (value is JsonObject members)
        {
            CheckMembers(document, schema, members, where);
        }
        else if (value is JsonArray items)
        {
            Xunit.Assert.All(items, item => Check(document, schema["items"]!, item, where + "[]"));
        }
        else if (value is not null && schema["pattern"] is { } pattern)
        {
            Xunit.Assert.Matches(new Regex(pattern.GetValue<string>()), value.GetValue<string>());
        }
        else if (value is not null && schema["enum"] is JsonArray allowed)
        {
            Xunit.Assert.Contains(value.GetValue<string>(), allowed.Select(a => a!.GetValue<string>()));
        }
    }

    private static void CheckMembers(JsonNode document, JsonNode schema, JsonObject value, string where)
    {
        var described = schema["properties"]!.AsObject();
        Xunit.Assert.Equal([], schema["required"]!.AsArray().Select(r => r!.GetValue<string>()).Where(r => !value.ContainsKey(r)));
        foreach (var (name, member) in value)
        {
            Xunit.Assert.True(described.ContainsKey(name), $"{where}.{name} is not described");
            Check(document, described[name]!, member, $"{where}.{name}");
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => "integer",
        _ => "boolean",
    };
}
