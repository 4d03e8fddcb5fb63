using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Storage;

/// <summary>What became of one action.</summary>
internal sealed record ActionResult(string Key, int StatusCode, string? ErrorMessage)
{
    public bool Succeeded => StatusCode < 300;

    public JsonObject ToJson() => new()
    {
        ["key"] = Key, ["status"] = Succeeded, ["errorMessage"] = ErrorMessage, ["statusCode"] = StatusCode,
    };
}

/// <summary>Carries out actions in one transaction; one failed document does not stop the others.</summary>
/// <param name="fail">See <see cref="SearchEmulatorOptions.FailDocument"/>.</param>
internal sealed class DocumentWriter(SqliteConnection connection, IndexDefinition index, Func<string, int?>? fail)
{
    /// <summary>Longest term that can be filtered, sorted or faceted, in UTF-8 bytes.</summary>
    private const int MaxTermBytes = 32766;

    private readonly DocumentRows _rows = new(connection, index);

    public List<ActionResult> Apply(IEnumerable<IndexAction> actions) => [.. actions.Select(Apply)];

    private ActionResult Apply(IndexAction action)
    {
        if (fail?.Invoke(action.Key) is { } status)
        {
            return new ActionResult(action.Key, status, "The document was refused to test how partial failure is handled.");
        }

        var document = Compose(action);
        if (!action.Deletes && index.Fields.FirstOrDefault(field => IsTooLarge(field, document[field.Name])) is { } large)
        {
            return new ActionResult(
                action.Key, 400,
                $"Field '{large.Name}' contains a term that is too large to process. The max length for UTF-8 encoded terms is "
                + $"{MaxTermBytes} bytes. The most likely cause of this error is that filtering, sorting, and/or faceting are enabled on "
                + "this field, which causes the entire field value to be indexed as a single term. Please avoid the use of these options "
                + "for large fields.");
        }

        var id = _rows.Find(action.Key);
        _rows.Remove(id);
        if (!action.Deletes)
        {
            _rows.Insert(id, action.Key, document);
        }

        return new ActionResult(action.Key, id is null && !action.Deletes ? 201 : 200, null);
    }

    private JsonObject Compose(IndexAction action)
    {
        var document = new JsonObject();
        foreach (var field in index.Fields)
        {
            document[field.Name] = field.Key ? action.Key
                : action.Values.GetValueOrDefault(field.Name)?.DeepClone() ?? (field.IsCollection ? new JsonArray() : null);
        }

        return document;
    }

    private static bool IsTooLarge(FieldDefinition field, JsonNode? value) =>
        field is { ItemType: "Edm.String" } && (field.Filterable || field.Sortable || field.Facetable) && value is not null
        && (value is JsonArray items ? items : [value.DeepClone()])
            .Any(item => Encoding.UTF8.GetByteCount(item!.GetValue<string>()) > MaxTermBytes);
}
