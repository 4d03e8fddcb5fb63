using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Documents;

/// <summary>What became of one action.</summary>
internal sealed record ActionResult(string Key, int StatusCode, string? ErrorMessage)
{
    public bool Succeeded => StatusCode < 300;

    public JsonObject ToJson() => new() { ["key"] = Key, ["status"] = Succeeded, ["errorMessage"] = ErrorMessage, ["statusCode"] = StatusCode };
}

/// <summary>Carries out actions in one transaction; one failed document does not stop the others.</summary>
internal sealed class DocumentWriter(SqliteConnection connection, IndexDefinition index, Func<string, int?>? fail)
{
    /// <summary>Longest term that can be filtered, sorted or faceted, in UTF-8 bytes.</summary>
    private const int MaxTermBytes = 32766;

    private readonly IReadOnlyList<TextTable> _texts = IndexSchema.TextTables(index);
    private readonly List<FieldDefinition> _columns = [.. index.Fields.Where(field => field.HasColumn)];

    public List<ActionResult> Apply(IEnumerable<IndexAction> actions) => [.. actions.Select(Apply)];

    /// <summary>Fills new text tables from the documents that are there.</summary>
    public static void Fill(SqliteConnection connection, IndexDefinition index, List<TextTable> tables)
    {
        if (tables.Count == 0)
        {
            return;
        }

        var writer = new DocumentWriter(connection, index, null);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, json FROM docs";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var document = JsonNode.Parse(reader.GetString(1))!.AsObject();
            foreach (var table in tables)
            {
                writer.InsertText(table, reader.GetInt64(0), document);
            }
        }
    }

    private ActionResult Apply(IndexAction action)
    {
        if (fail?.Invoke(action.Key) is { } status)
        {
            return new ActionResult(action.Key, status, "The document was refused to test how partial failure is handled.");
        }

        var (id, old) = Find(action.Key);
        switch (action.Kind)
        {
            case ActionKind.Delete:
                Remove(id);
                return new ActionResult(action.Key, 200, null);
            case ActionKind.Merge when old is null:
                return new ActionResult(action.Key, 404, "Document not found.");
            default:
                return Put(action, id, action.Kind == ActionKind.Upload ? null : old);
        }
    }

    private ActionResult Put(IndexAction action, long? id, JsonObject? old)
    {
        var document = Compose(action, old);
        if (_columns.FirstOrDefault(field => IsTooLarge(field, document[field.Name])) is { } large)
        {
            return new ActionResult(action.Key, 400, $"Field '{large.Name}' contains a term that is too large to process. The max length for UTF-8 encoded terms is {MaxTermBytes} bytes. The most likely cause of this error is that filtering, sorting, and/or faceting are enabled on this field, which causes the entire field value to be indexed as a single term. Please avoid the use of these options for large fields.");
        }

        Remove(id);
        Insert(id, action.Key, document);
        return new ActionResult(action.Key, id is null ? 201 : 200, null);
    }

    private JsonObject Compose(IndexAction action, JsonObject? old)
    {
        var document = new JsonObject();
        foreach (var field in index.Fields)
        {
            document[field.Name] = field.Key ? action.Key
                : action.Values.TryGetValue(field.Name, out var value) ? value?.DeepClone()
                : old?[field.Name]?.DeepClone() ?? (field.IsCollection ? new JsonArray() : null);
        }

        return document;
    }

    private static bool IsTooLarge(FieldDefinition field, JsonNode? value) =>
        field is { ItemType: "Edm.String" } && (field.Filterable || field.Sortable || field.Facetable) && value is not null
        && (value is JsonArray items ? items : [value.DeepClone()]).Any(item => Encoding.UTF8.GetByteCount(item!.GetValue<string>()) > MaxTermBytes);

    private (long? Id, JsonObject? Document) Find(string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, json FROM docs WHERE key = $key";
        command.Parameters.AddWithValue("$key", key);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), JsonNode.Parse(reader.GetString(1))!.AsObject()) : (null, null);
    }

    private void Remove(long? id)
    {
        if (id is null)
        {
            return;
        }

        foreach (var table in _texts.Select(text => text.Name).Append("docs"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"DELETE FROM {table} WHERE {(table == "docs" ? "id" : "rowid")} = $id";
            command.Parameters.AddWithValue("$id", id.Value);
            command.ExecuteNonQuery();
        }
    }

    private void Insert(long? id, string key, JsonObject document)
    {
        using var command = connection.CreateCommand();
        var columns = string.Concat(_columns.Select(field => $", \"{field.Column}\""));
        var values = string.Concat(_columns.Select((_, i) => $", $v{i}"));
        command.CommandText = $"INSERT INTO docs (id, key, json{columns}) VALUES ($id, $key, $json{values}) RETURNING id";
        command.Parameters.AddWithValue("$id", (object?)id ?? DBNull.Value);
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$json", document.ToJsonString());
        for (var i = 0; i < _columns.Count; i++)
        {
            command.Parameters.AddWithValue($"$v{i}", FieldValue.ToSql(_columns[i], document[_columns[i].Name]));
        }

        var row = (long)command.ExecuteScalar()!;
        foreach (var table in _texts)
        {
            InsertText(table, row, document);
        }
    }

    private void InsertText(TextTable table, long row, JsonObject document)
    {
        using var command = connection.CreateCommand();
        var columns = string.Concat(table.Fields.Select(field => $", \"{field.Column}\""));
        var values = string.Concat(table.Fields.Select((_, i) => $", $v{i}"));
        command.CommandText = $"INSERT INTO {table.Name} (rowid{columns}) VALUES ($row{values})";
        command.Parameters.AddWithValue("$row", row);
        for (var i = 0; i < table.Fields.Count; i++)
        {
            command.Parameters.AddWithValue($"$v{i}", Text(document[table.Fields[i].Name]));
        }

        command.ExecuteNonQuery();
    }

    private static object Text(JsonNode? value) => value switch
    {
        null => DBNull.Value,
        JsonArray items => string.Join(IndexSchema.ItemSeparator, items.Select(item => item!.GetValue<string>())),
        _ => value.GetValue<string>(),
    };
}
