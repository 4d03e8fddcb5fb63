using System.Runtime.CompilerServices;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Memory;

namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>Where a run stops, as a process that is killed does.</summary>
public sealed class StoppedException() : Exception("The process was killed here.");

/// <summary>Lets others in between any two rows, as a service does with its transactions, and may stop a run at any of them.</summary>
public sealed class Unsteadiness(Random random, double stops)
{
    public async Task PassAsync()
    {
        await Task.Yield();
        if (random.NextDouble() < stops)
        {
            throw new StoppedException();
        }
    }

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }
}

public sealed class UnsteadyPaperTable(MemoryPaperTable inner, Unsteadiness unsteady) : IPaperTable
{
    public async Task<IReadOnlyDictionary<PaperId, PaperRow>> FindAsync(IReadOnlyCollection<PaperId> ids,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<PaperId, PaperRow>();
        foreach (var id in unsteady.Shuffle(ids))
        {
            await unsteady.PassAsync();
            foreach (var (key, row) in await inner.FindAsync([id], cancellationToken))
            {
                found[key] = row;
            }
        }

        return found;
    }

    public async Task<bool> TryWriteAsync(IReadOnlyCollection<PaperRow> rows, CancellationToken cancellationToken)
    {
        var clean = true;
        foreach (var row in unsteady.Shuffle(rows))
        {
            await unsteady.PassAsync();
            clean &= await inner.TryWriteAsync([row], cancellationToken);
        }

        await unsteady.PassAsync();
        return clean;
    }

    public async Task<int> RemoveAsync(IReadOnlyCollection<PaperRow> rows, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var row in unsteady.Shuffle(rows))
        {
            await unsteady.PassAsync();
            removed += await inner.RemoveAsync([row], cancellationToken);
        }

        return removed;
    }
}

public sealed class UnsteadyArrivalTable(MemoryArrivalTable inner, Unsteadiness unsteady) : IArrivalTable
{
    public async Task PutAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        foreach (var paper in unsteady.Shuffle(papers))
        {
            await unsteady.PassAsync();
            await inner.PutAsync([paper], cancellationToken);
        }
    }

    public async Task<IReadOnlySet<PaperId>> FindAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        var found = new HashSet<PaperId>();
        foreach (var paper in unsteady.Shuffle(papers))
        {
            await unsteady.PassAsync();
            found.UnionWith(await inner.FindAsync([paper], cancellationToken));
        }

        return found;
    }

    public async Task RemoveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        foreach (var paper in unsteady.Shuffle(papers))
        {
            await unsteady.PassAsync();
            await inner.RemoveAsync([paper], cancellationToken);
        }
    }

    public async IAsyncEnumerable<StoredPaper> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var paper in inner.ReadAsync(from, to, cancellationToken))
        {
            yield return paper;
        }
    }

    public Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken) => inner.ExpireAsync(before, cancellationToken);
}
