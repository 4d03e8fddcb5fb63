using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Storage;

/// <summary>All indexes of the emulator, one SQLite file each.</summary>
internal sealed class IndexCatalog : IDisposable
{
    private readonly ConcurrentDictionary<string, IndexFile> _files = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();
    private readonly string _folder;

    public IndexCatalog(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        foreach (var path in Directory.EnumerateFiles(folder, "*.db"))
        {
            var file = IndexFile.Open(path);
            _files[file.Definition.Name] = file;
        }
    }

    /// <summary>All indexes, by name.</summary>
    public IEnumerable<IndexFile> All() => _files.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);

    /// <exception cref="SearchRequestException">404: there is no such index.</exception>
    public IndexFile Get(string name) => _files.TryGetValue(name, out var file)
        ? file
        : throw new SearchRequestException(404, "", $"No index with the name '{name}' was found in the service 'local'.");

    /// <summary>Creates the index, or changes it as far as the service allows.</summary>
    /// <exception cref="SearchRequestException">The definition is wrong, or its change is not allowed.</exception>
    public (IndexFile File, bool Created) CreateOrUpdate(string name, JsonObject json)
    {
        json["name"] ??= name;
        var definition = IndexDefinition.Parse(json);
        if (definition.Name != name)
        {
            throw SearchRequestException.Invalid(
                "index", $"The name '{definition.Name}' in the definition is not '{name}', as in the address.");
        }

        lock (_changes)
        {
            if (!_files.TryGetValue(name, out var file))
            {
                return (_files[name] = IndexFile.Create(Path.Combine(_folder, name + ".db"), definition), true);
            }

            IndexUpdate.Check(file.Definition, definition);
            file.Change(definition);
            return (file, false);
        }
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }
}
