using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Storage;

/// <summary>One index in its SQLite file. Readers run beside each other and beside the one writer (write-ahead log); each sees the
/// state at its start.</summary>
internal sealed class IndexFile : IDisposable
{
    private readonly Lock _writer = new();
    private readonly string _connectionString;

    private IndexFile(string path, IndexDefinition definition)
    {
        _connectionString = ConnectionString(path);
        Definition = definition;
    }

    public IndexDefinition Definition { get; private set; }

    public static IndexFile Create(string path, IndexDefinition definition)
    {
        var file = new IndexFile(path, definition);
        using (var connection = file.Connect())
        {
            IndexSchema.Run(connection, "PRAGMA journal_mode = WAL");
        }

        file.Change(definition);
        return file;
    }

    /// <exception cref="InvalidDataException">The file is not an index of this emulator.</exception>
    public static IndexFile Open(string path)
    {
        using var connection = new SqliteConnection(ConnectionString(path));
        connection.Open();
        try
        {
            var json = IndexSchema.Strings(connection, "SELECT json FROM definition").FirstOrDefault()
                ?? throw new InvalidDataException($"{path} holds no index definition. Move it away or delete it.");
            return new IndexFile(path, IndexDefinition.Parse(JsonNode.Parse(json)!.AsObject()));
        }
        catch (Exception error) when (error is SqliteException or SearchRequestException)
        {
            throw new InvalidDataException(
                $"{path} is not an index of the search emulator: {error.Message} Move it away or delete it.", error);
        }
    }

    /// <summary>Puts a new definition in force. Text tables whose fields changed are filled again from the documents.</summary>
    public void Change(IndexDefinition definition)
    {
        Write(connection =>
        {
            DocumentRows.Fill(connection, definition, IndexSchema.Apply(connection, definition));
            return true;
        });
        Definition = definition;
    }

    /// <summary>Runs one transaction that sees one state.</summary>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        return query(connection);
    }

    /// <summary>Runs one transaction that may change things; all or nothing.</summary>
    public T Write<T>(Func<SqliteConnection, T> change)
    {
        lock (_writer)
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction();
            var result = change(connection);
            transaction.Commit();
            return result;
        }
    }

    public long Count() => Read(connection => IndexSchema.Number(connection, "SELECT count(*) FROM docs"));

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        IndexSchema.Run(connection, "PRAGMA synchronous = NORMAL");
        return connection;
    }
}
