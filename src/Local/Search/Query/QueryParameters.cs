using System.Text.Json;
using System.Text.Json.Nodes;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Query;

/// <summary>The body of a query: only parameters that the operation knows, of the right type, within their range.</summary>
internal sealed class QueryParameters
{
    private readonly JsonObject _body;

    public QueryParameters(JsonObject body, string operation, params string[] known)
    {
        _body = body;
        if (body.Select(pair => pair.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new SearchRequestException(400, "", $"The request is invalid. Details: parameters : The parameter '{unknown}' in the request payload is not a valid parameter for the operation '{operation}'.\r\n");
        }
    }

    public JsonObject Body => _body;

    public string? Text(string name) => Read<string>(name, JsonValueKind.String);

    public bool Flag(string name) => Read<bool?>(name, JsonValueKind.True, JsonValueKind.False) ?? false;

    public double? Number(string name) => Read<double?>(name, JsonValueKind.Number);

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
        JsonArray items => [.. items.Select(item => item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : throw Wrong(name))],
        _ => throw Wrong(name),
    };

    /// <summary>Names separated by commas, each of one of the allowed fields; all of these when there are none.</summary>
    public IReadOnlyList<FieldDefinition> Fields(string name, IReadOnlyCollection<FieldDefinition> allowed, string what)
    {
        var names = (Text(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0
            ? [.. allowed]
            : [.. names.Select(field => allowed.FirstOrDefault(candidate => candidate.Name == field)
                ?? throw SearchRequestException.Parameter(name, $"The field '{field}' in the search field list is not {what}.", "InvalidSearchFields"))];
    }

    private T? Read<T>(string name, params JsonValueKind[] kinds)
    {
        var value = _body[name];
        return value is null ? default : kinds.Contains(value.GetValueKind()) ? value.GetValue<T>() : throw Wrong(name);
    }

    private static SearchRequestException Wrong(string name) => SearchRequestException.Invalid("parameters", $"The value of the parameter '{name}' has the wrong type.");
}
