using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Storage;

/// <summary>One FTS5 table: the searchable fields that share a tokenizer.</summary>
/// <param name="Fields">Its columns, in order.</param>
internal sealed record TextTable(string Name, TextKind Kind, IReadOnlyList<FieldDefinition> Fields)
{
    /// <summary>A table with another signature is built anew.</summary>
    public string Signature => $"{Analyzers.Tokenizer(Kind)}|{string.Join(',', Fields.Select(column => column.Name))}";
}

/// <summary>The tables that an index needs, made from its definition.</summary>
internal static class IndexSchema
{
    /// <summary>Between the items of a collection in a text column; no tokenizer takes it into a term.</summary>
    public const char ItemSeparator = '\u001F';

    public const string SuggestTable = "text_suggest";

    /// <summary>The tables that searches look into, without that of the suggester.</summary>
    public static IEnumerable<TextTable> SearchTables(IndexDefinition index) => index.Searchable
        .GroupBy(Analyzers.KindOf)
        .Where(group => group.Key != TextKind.Keyword)
        .Select(group => new TextTable("text_" + group.Key.ToString().ToLowerInvariant(), group.Key, [.. group]))
        .OrderBy(table => table.Name, StringComparer.Ordinal);

    public static IReadOnlyList<TextTable> TextTables(IndexDefinition index) => index.Suggester is { } suggester
        ?
        [
            .. SearchTables(index),
            new TextTable(SuggestTable, TextKind.Plain, [.. suggester.SourceFields.Select(name => index.Find(name)!)]),
        ]
        : [.. SearchTables(index)];

    /// <summary>Makes what is missing, and returns the text tables that are new and so have to be filled.</summary>
    public static List<TextTable> Apply(SqliteConnection connection, IndexDefinition index)
    {
        Run(connection, """
            CREATE TABLE IF NOT EXISTS definition (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS text_tables (name TEXT PRIMARY KEY, signature TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS docs (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
            """);
        AddColumns(connection, index);
        Run(connection, "INSERT OR REPLACE INTO definition VALUES (1, $json)", ("$json", index.Json.ToJsonString()));
        return AddTextTables(connection, TextTables(index));
    }

    public static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public static List<string> Strings(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static void AddColumns(SqliteConnection connection, IndexDefinition index)
    {
        var there = Strings(connection, "SELECT name FROM pragma_table_info('docs')").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var field in index.Fields.Where(field => field.HasColumn && !there.Contains(field.Column)))
        {
            // Without a type: values keep the type they are given.
            Run(connection, $"ALTER TABLE docs ADD COLUMN \"{field.Column}\"");
        }
    }

    private static List<TextTable> AddTextTables(SqliteConnection connection, IReadOnlyList<TextTable> wanted)
    {
        var there = Strings(connection, "SELECT name || '|' || signature FROM text_tables").ToHashSet();
        var keep = wanted.Where(table => there.Contains($"{table.Name}|{table.Signature}")).Select(table => table.Name).ToHashSet();
        foreach (var name in Strings(connection, "SELECT name FROM text_tables").Where(name => !keep.Contains(name)))
        {
            Run(connection, $"DROP TABLE {name}; DELETE FROM text_tables WHERE name = '{name}'");
        }

        var missing = wanted.Where(table => !keep.Contains(table.Name)).ToList();
        foreach (var table in missing)
        {
            var columns = string.Join(", ", table.Fields.Select(field => $"\"{field.Column}\""));
            Run(connection,
                $"CREATE VIRTUAL TABLE {table.Name} USING fts5({columns}, tokenize='{Analyzers.Tokenizer(table.Kind)}', prefix='2 3')");
            Run(connection, "INSERT INTO text_tables VALUES ($name, $signature)", ("$name", table.Name), ("$signature", table.Signature));
        }

        return missing;
    }
}
