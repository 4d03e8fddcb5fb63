using System.Text.Json;
using System.Text.Json.Nodes;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>The body of a query: only parameters that the emulator knows, of the right type and within their range.</summary>
internal sealed class QueryParameters
{
    private readonly JsonObject _body;

    public QueryParameters(JsonObject body, string operation, params string[] known)
    {
        _body = body;
        if (body.Select(pair => pair.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw SearchRequestException.Invalid(
                "parameters",
                $"This emulator does not know the parameter '{unknown}' of '{operation}': it knows {string.Join(", ", known)}.");
        }
    }

    public string? Text(string name) => Read<string>(name, JsonValueKind.String);

    public bool Flag(string name) => Read<bool?>(name, JsonValueKind.True, JsonValueKind.False) ?? false;

    public int? Whole(string name, int from, int to)
    {
        var value = Read<double?>(name, JsonValueKind.Number);
        return value is null || (value >= from && value <= to && value == Math.Floor(value.Value))
            ? (int?)value
            : throw SearchRequestException.Parameter("$" + name, $"Value must be between {from} and {to}.", "InvalidRequestParameter");
    }

    public IReadOnlyList<string> Texts(string name) => _body[name] switch
    {
        null => [],
        JsonArray items =>
            [.. items.Select(item => item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : throw Wrong(name))],
        _ => throw Wrong(name),
    };

    private T? Read<T>(string name, params JsonValueKind[] kinds)
    {
        var value = _body[name];
        return value is null ? default : kinds.Contains(value.GetValueKind()) ? value.GetValue<T>() : throw Wrong(name);
    }

    private static SearchRequestException Wrong(string name) =>
        SearchRequestException.Invalid("parameters", $"The value of the parameter '{name}' has the wrong type.");
}
