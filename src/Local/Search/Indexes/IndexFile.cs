using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Documents;

namespace PaperFunctions.Local.Search.Indexes;

/// <summary>
/// One index in its SQLite file. Readers run beside each other and beside the one writer (write-ahead log): each sees the state
/// of its start.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private readonly Lock _writer = new();
    private readonly string _path;
    private readonly string _connectionString;

    private IndexFile(string path, IndexDefinition definition)
    {
        _path = path;
        _connectionString = ConnectionString(path);
        Definition = definition;
    }

    public IndexDefinition Definition { get; private set; }

    /// <summary>Changes with each definition.</summary>
    public string ETag => $"\"0x{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Definition.Json.ToJsonString())))[..16]}\"";

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

    /// <exception cref="InvalidDataException">The file is not one of this service's.</exception>
    public static IndexFile Open(string path)
    {
        using var connection = new SqliteConnection(ConnectionString(path));
        connection.Open();
        try
        {
            var json = IndexSchema.Strings(connection, "SELECT json FROM definition").FirstOrDefault() ?? throw new InvalidDataException($"{path} holds no index definition.");
            return new IndexFile(path, IndexDefinition.Parse(JsonNode.Parse(json)!.AsObject()));
        }
        catch (SqliteException error)
        {
            throw new InvalidDataException($"{path} is not an index of the local search service: {error.Message} Move it away or delete it.", error);
        }
    }

    /// <summary>Puts a new definition in force; text tables whose fields changed are filled from the documents.</summary>
    public void Change(IndexDefinition definition)
    {
        Write(connection =>
        {
            var missing = IndexSchema.Apply(connection, definition);
            DocumentRows.Fill(connection, definition, missing);
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

    public long Count() => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM docs";
        return (long)command.ExecuteScalar()!;
    });

    /// <summary>Bytes on disk.</summary>
    public long Size => new[] { _path, _path + "-wal" }.Where(File.Exists).Sum(path => new FileInfo(path).Length);

    public void Delete()
    {
        lock (_writer)
        {
            Dispose();
            foreach (var path in new[] { _path, _path + "-wal", _path + "-shm" })
            {
                File.Delete(path);
            }
        }
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        IndexSchema.Run(connection, "PRAGMA synchronous = NORMAL");
        return connection;
    }
}
