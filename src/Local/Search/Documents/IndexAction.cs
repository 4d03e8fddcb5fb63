using System.Text.Json.Nodes;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Documents;

internal enum ActionKind
{
    Upload,
    Merge,
    MergeOrUpload,
    Delete,
}

/// <summary>One action of a batch, checked.</summary>
/// <param name="Values">The fields that it names, without the key.</param>
internal sealed record IndexAction(ActionKind Kind, string Key, IReadOnlyDictionary<string, JsonNode?> Values)
{
    /// <summary>The most actions that one batch may hold.</summary>
    public const int MaxBatch = 1000;

    private const int MaxKeyLength = 1024;

    /// <exception cref="SearchRequestException">The batch as a whole is refused: nothing of it is indexed.</exception>
    public static List<IndexAction> ParseBatch(JsonObject body, IndexDefinition index)
    {
        if (body["value"] is not JsonArray { Count: >= 1 and <= MaxBatch } items)
        {
            throw SearchRequestException.Invalid("actions", $"The items collection must have from 1 to {MaxBatch} valid items to be indexed.");
        }

        var actions = new List<IndexAction>(items.Count);
        var problems = new List<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i] as JsonObject ?? throw SearchRequestException.Invalid("actions", $"{i}: A document must be a JSON object.");
            var action = Parse(item, index);
            actions.Add(action);
            if (KeyProblem(action.Key) is { } problem)
            {
                problems.Add($"{i}: {problem}");
            }
        }

        return problems.Count == 0 ? actions : throw SearchRequestException.Invalid("actions", string.Join("\r\n", problems));
    }

    private static IndexAction Parse(JsonObject item, IndexDefinition index)
    {
        var kind = Kinds(item["@search.action"]);
        var key = "";
        var values = new Dictionary<string, JsonNode?>();
        foreach (var (name, value) in item.Where(pair => pair.Key != "@search.action"))
        {
            var field = index.Find(name) ?? throw SearchRequestException.Invalid(
                "parameters", $"The property '{name}' does not exist on type 'search.documentFields'. Make sure to only use property names that are defined by the type.");
            var good = FieldValue.Check(field, value);
            if (field.Key)
            {
                key = good?.GetValue<string>() ?? "";
            }
            else
            {
                values[name] = good;
            }
        }

        return new IndexAction(kind, key, values);
    }

    private static ActionKind Kinds(JsonNode? action) => (action as JsonValue)?.ToString() switch
    {
        null or "upload" => ActionKind.Upload,
        "merge" => ActionKind.Merge,
        "mergeOrUpload" => ActionKind.MergeOrUpload,
        "delete" => ActionKind.Delete,
        var other => throw SearchRequestException.Invalid("parameters", $"The value '{other}' of '@search.action' is not one of upload, merge, mergeOrUpload, delete."),
    };

    private static string? KeyProblem(string key)
    {
        if (key.Length == 0)
        {
            return "Document key cannot be missing or empty.";
        }

        if (!key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '='))
        {
            return $"Invalid document key: '{key}'. Keys can only contain letters, digits, underscore (_), dash (-), or equal sign (=). If the keys in your source data contain other characters, we recommend encoding them with a URL-safe version of Base64 before uploading them to your index.";
        }

        if (key[0] == '_')
        {
            return $"Invalid document key: '{key}'. Keys cannot start with a leading underscore.";
        }

        return key.Length > MaxKeyLength ? $"Invalid document key: '{key[..32]}...'. Keys cannot be longer than {MaxKeyLength} characters." : null;
    }
}
