using System.Text.Json.Nodes;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Documents;

/// <summary>The fields of a document that an answer shows.</summary>
internal sealed class DocumentView
{
    private readonly List<FieldDefinition> _fields;

    /// <param name="select">Names separated by commas; null, empty or <c>*</c>: every retrievable field.</param>
    /// <exception cref="SearchRequestException">A name is unknown or its field is not retrievable.</exception>
    public DocumentView(IndexDefinition index, string? select)
    {
        var names = (select ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        _fields = names.Length == 0 || names.Contains("*")
            ? [.. index.Fields.Where(field => field.Retrievable)]
            : [.. index.Fields.Where(field => Selected(index, names).Contains(field.Name))];
    }

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

    private static HashSet<string> Selected(IndexDefinition index, string[] names)
    {
        foreach (var name in names)
        {
            if (index.Find(name) is not { } field)
            {
                throw SearchRequestException.Parameter("$select", $"Invalid expression: Could not find a property named '{name}' on type 'search.document'.", "InvalidSelectExpression");
            }

            if (!field.Retrievable)
            {
                throw SearchRequestException.Parameter("$select", $"Invalid expression: The field '{name}' is not retrievable.", "InvalidSelectExpression");
            }
        }

        return [.. names];
    }
}
