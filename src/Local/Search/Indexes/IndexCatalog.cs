using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Search.Indexes;

/// <summary>All indexes of the service: one SQLite file each.</summary>
internal sealed class IndexCatalog : IDisposable
{
    private readonly ConcurrentDictionary<string, IndexFile> _files = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();
    private readonly LocalSearchOptions _options;

    public IndexCatalog(LocalSearchOptions options)
    {
        _options = options;
        Directory.CreateDirectory(options.DataFolder);
        foreach (var path in Directory.EnumerateFiles(options.DataFolder, "*.db"))
        {
            var file = IndexFile.Open(path);
            _files[file.Definition.Name] = file;
        }
    }

    public string ServiceName => _options.ServiceName;

    public IReadOnlyList<IndexFile> All => [.. _files.Values.OrderBy(file => file.Definition.Name, StringComparer.Ordinal)];

    /// <exception cref="SearchRequestException">404: there is no such index.</exception>
    public IndexFile Get(string name) => _files.TryGetValue(name, out var file) ? file : throw SearchRequestException.NoIndex(name, ServiceName);

    /// <exception cref="SearchRequestException">The definition is wrong, or 409: the name is taken.</exception>
    public IndexFile Create(JsonObject json)
    {
        var definition = IndexDefinition.Parse(json);
        lock (_changes)
        {
            if (_files.ContainsKey(definition.Name))
            {
                throw new SearchRequestException(409, "ResourceNameAlreadyInUse", $"Cannot create index '{definition.Name}' because it already exists.", "CannotCreateExistingIndex");
            }

            return Add(definition);
        }
    }

    /// <summary>Creates the index, or changes it as far as the service allows.</summary>
    public (IndexFile File, bool Created) CreateOrUpdate(string name, JsonObject json)
    {
        json["name"] ??= name;
        var definition = IndexDefinition.Parse(json);
        if (definition.Name != name)
        {
            throw SearchRequestException.Invalid("index", $"The name '{definition.Name}' in the definition is not the name '{name}' in the address.");
        }

        lock (_changes)
        {
            if (!_files.TryGetValue(name, out var file))
            {
                return (Add(definition), true);
            }

            IndexUpdate.Check(file.Definition, definition);
            file.Change(definition);
            return (file, false);
        }
    }

    public void Delete(string name)
    {
        lock (_changes)
        {
            if (!_files.TryRemove(name, out var file))
            {
                throw SearchRequestException.NoIndex(name, ServiceName);
            }

            file.Delete();
        }
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }

    private IndexFile Add(IndexDefinition definition) =>
        _files[definition.Name] = IndexFile.Create(Path.Combine(_options.DataFolder, definition.Name + ".db"), definition);
}
