using Microsoft.Data.Sqlite;

namespace PaperFunctions.Local.Search.Indexes;

/// <summary>One FTS5 table: the searchable fields that share a tokenizer.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Tokenizer">FTS5's definition of it.</param>
/// <param name="Fields">Its columns, in order.</param>
internal sealed record TextTable(string Name, TextKind Kind, string Tokenizer, IReadOnlyList<FieldDefinition> Fields)
{
    /// <summary>Signature: a table with another one is built anew.</summary>
    public string Signature => $"{Tokenizer}|{string.Join(',', Fields.Select(column => column.Name))}";
}

/// <summary>The tables that an index needs, made from its definition.</summary>
internal static class IndexSchema
{
    /// <summary>Between the items of a collection in a text column; no tokenizer takes it into a term.</summary>
    public const char ItemSeparator = '\u001F';

    public const string SuggestTable = "text_suggest";

    public const string SuggestTerms = "text_suggest_terms";

    public static IReadOnlyList<TextTable> TextTables(IndexDefinition index)
    {
        var tables = index.Searchable
            .GroupBy(field => Analyzers.KindOf(field, index))
            .Where(group => group.Key != TextKind.Keyword)
            .Select(group => new TextTable("text_" + group.Key.ToString().ToLowerInvariant(), group.Key, Analyzers.Tokenizer(group.Key), [.. group]))
            .OrderBy(table => table.Name, StringComparer.Ordinal)
            .ToList();
        if (index.Suggester is { } suggester)
        {
            var fields = suggester.SourceFields.Select(name => index.Find(name)!).ToList();
            tables.Add(new TextTable(SuggestTable, TextKind.Plain, Analyzers.Tokenizer(TextKind.Plain), fields));
        }

        return tables;
    }

    /// <summary>Makes what is missing; gives back the text tables that are new and so have to be filled.</summary>
    public static List<TextTable> Apply(SqliteConnection connection, IndexDefinition index)
    {
        Run(connection, """
            CREATE TABLE IF NOT EXISTS definition (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS text_tables (name TEXT PRIMARY KEY, signature TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS docs (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
            """);
        AddColumns(connection, index);
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT OR REPLACE INTO definition VALUES (1, $json)";
            command.Parameters.AddWithValue("$json", index.Json.ToJsonString());
            command.ExecuteNonQuery();
        }

        return AddTextTables(connection, TextTables(index));
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
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
            Run(connection, $"DROP TABLE IF EXISTS {SuggestTerms}; DROP TABLE {name}; DELETE FROM text_tables WHERE name = '{name}'");
        }

        var missing = wanted.Where(table => !keep.Contains(table.Name)).ToList();
        foreach (var table in missing)
        {
            var columns = string.Join(", ", table.Fields.Select(field => $"\"{field.Column}\""));
            Run(connection, $"CREATE VIRTUAL TABLE {table.Name} USING fts5({columns}, tokenize='{table.Tokenizer}', prefix='2 3')");
            Run(connection, $"INSERT INTO text_tables VALUES ('{table.Name}', '{table.Signature.Replace("'", "''", StringComparison.Ordinal)}')");
        }

        if (wanted.Any(table => table.Name == SuggestTable))
        {
            Run(connection, $"CREATE VIRTUAL TABLE IF NOT EXISTS {SuggestTerms} USING fts5vocab({SuggestTable}, instance)");
        }

        return missing;
    }
}
