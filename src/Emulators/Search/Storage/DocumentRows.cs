using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Storage;

/// <summary>Documents as rows: one of the table of documents, one of each text table.</summary>
internal sealed class DocumentRows(SqliteConnection connection, IndexDefinition index)
{
    private readonly IReadOnlyList<TextTable> _texts = IndexSchema.TextTables(index);
    private readonly List<FieldDefinition> _columns = [.. index.Fields.Where(field => field.HasColumn)];

    /// <summary>Fills new text tables from the documents that are there.</summary>
    public static void Fill(SqliteConnection connection, IndexDefinition index, List<TextTable> tables)
    {
        if (tables.Count == 0)
        {
            return;
        }

        var rows = new DocumentRows(connection, index);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, json FROM docs";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var document = JsonNode.Parse(reader.GetString(1))!.AsObject();
            foreach (var table in tables)
            {
                rows.InsertText(table, reader.GetInt64(0), document);
            }
        }
    }

    /// <summary>The row of the document with this key, or null.</summary>
    public long? Find(string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM docs WHERE key = $key";
        command.Parameters.AddWithValue("$key", key);
        return (long?)command.ExecuteScalar();
    }

    public void Remove(long? id)
    {
        if (id is null)
        {
            return;
        }

        foreach (var table in _texts.Select(text => text.Name).Append("docs"))
        {
            IndexSchema.Run(connection, $"DELETE FROM {table} WHERE rowid = $id", ("$id", id.Value));
        }
    }

    public void Insert(long? id, string key, JsonObject document)
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
