using System.Text.Json.Nodes;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Storage;

/// <summary>The fields of a document that an answer shows.</summary>
internal sealed class DocumentView
{
    private readonly List<FieldDefinition> _fields;

    /// <param name="select">Names separated by commas; null: every field.</param>
    /// <exception cref="SearchRequestException">A name is unknown.</exception>
    public DocumentView(IndexDefinition index, string? select) => _fields = select is null ? [.. index.Fields] :
    [
        .. select.Split(',', StringSplitOptions.TrimEntries).Select(name => index.Find(name) ?? throw SearchRequestException.Parameter(
            "$select", $"Invalid expression: Could not find a property named '{name}' on type 'search.document'.",
                "InvalidSelectExpression")),
    ];

    /// <summary>Adds the fields to <paramref name="target"/>; a field that is younger than the document is null or empty.</summary>
    public JsonObject Copy(string json, JsonObject target)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        foreach (var field in _fields)
        {
            target[field.Name] = document[field.Name]?.DeepClone() ?? (field.IsCollection ? new JsonArray() : null);
        }

        return target;
    }
}
