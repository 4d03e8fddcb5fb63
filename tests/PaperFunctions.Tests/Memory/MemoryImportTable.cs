using System.Collections.Concurrent;
using PaperFunctions.Flow.Subscribers.Import;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryImportTable : IImportTable
{
    private readonly ConcurrentDictionary<string, PeopleImport> _imports = new();
    private readonly ConcurrentDictionary<(string Import, int Part), ImportCounts> _parts = new();

    public Task PutAsync(PeopleImport import, CancellationToken cancellationToken)
    {
        _imports[import.Id] = import;
        return Task.CompletedTask;
    }

    public Task<PeopleImport?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_imports.GetValueOrDefault(id));

    public IAsyncEnumerable<PeopleImport> ListAsync(CancellationToken cancellationToken) =>
        _imports.Values.OrderBy(i => i.Id, StringComparer.Ordinal).ToAsyncEnumerable();

    public Task PutPartAsync(string import, int part, ImportCounts counts, CancellationToken cancellationToken)
    {
        _parts[(import, part)] = counts;
        return Task.CompletedTask;
    }

    public Task<ImportCounts> DoneAsync(string import, CancellationToken cancellationToken)
    {
        var done = _parts.Where(p => p.Key.Import == import).Select(p => p.Value).ToList();
        return Task.FromResult(new ImportCounts(done.Sum(p => p.Added), done.Sum(p => p.Known)));
    }

    public Task<int> ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult(_imports.Values.Where(i => i.At < before).ToList().Count(i => _imports.TryRemove(i.Id, out _)));
}
