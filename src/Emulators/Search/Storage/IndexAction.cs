using System.Text.Json.Nodes;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Storage;

/// <summary>One action of a batch, checked: a document to upload whole, or to delete.</summary>
/// <param name="Values">The fields that it names, without the key.</param>
internal sealed record IndexAction(bool Deletes, string Key, IReadOnlyDictionary<string, JsonNode?> Values)
{
    /// <summary>The most actions that one batch may hold.</summary>
    private const int MaxBatch = 1000;

    private const int MaxKeyLength = 1024;

    /// <exception cref="SearchRequestException">The batch as a whole is refused: nothing of it is indexed.</exception>
    public static List<IndexAction> ParseBatch(JsonObject body, IndexDefinition index)
    {
        if (body["value"] is not JsonArray { Count: >= 1 and <= MaxBatch } items)
        {
            throw SearchRequestException.Invalid(
                "actions", $"The items collection must have from 1 to {MaxBatch} valid items to be indexed.");
        }

        var actions = items.Select((item, i) => Parse(
            item as JsonObject ?? throw SearchRequestException.Invalid("actions", $"{i}: A document must be a JSON object."), index))
                .ToList();
        var problems = actions.Index().Where(a => KeyProblem(a.Item.Key) is not null)
            .Select(a => $"{a.Index}: {KeyProblem(a.Item.Key)}").ToList();
        return problems.Count == 0 ? actions : throw SearchRequestException.Invalid("actions", string.Join("\r\n", problems));
    }

    private static IndexAction Parse(JsonObject item, IndexDefinition index)
    {
        var key = "";
        var values = new Dictionary<string, JsonNode?>();
        foreach (var (name, value) in item.Where(pair => pair.Key != "@search.action"))
        {
            var field = index.Find(name) ?? throw SearchRequestException.Invalid(
                "parameters",
                $"The property '{name}' does not exist on type 'search.documentFields'. "
                + "Make sure to only use property names that are defined by the type.");
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

        return new IndexAction(IsDelete(item["@search.action"]), key, values);
    }

    private static bool IsDelete(JsonNode? action) => (action as JsonValue)?.ToString() switch
    {
        null or "upload" => false,
        "delete" => true,
        var other => throw SearchRequestException.Invalid(
            "parameters", $"The action '{other}' is not known here: this emulator takes upload and delete."),
    };

    private static string? KeyProblem(string key) => key switch
    {
        "" => "Document key cannot be missing or empty.",
        _ when !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '=') =>
            $"Invalid document key: '{key}'. Keys can only contain letters, digits, underscore (_), dash (-), or equal sign (=). "
            + "If the keys in your source data contain other characters, we recommend encoding them with a URL-safe version of Base64 "
            + "before uploading them to your index.",
        ['_', ..] => $"Invalid document key: '{key}'. Keys cannot start with a leading underscore.",
        { Length: > MaxKeyLength } => $"Invalid document key: '{key[..32]}...'. Keys cannot be longer than {MaxKeyLength} characters.",
        _ => null,
    };
}
