using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Reads rows and follows aliases to the papers behind them.</summary>
public static class PaperNames
{
    /// <summary>Longest chain of aliases that is followed; a chain grows by one each time two known papers turn out to be one.</summary>
    public const int MaxHops = 8;

    /// <summary>The rows under these ids, and those that their aliases lead to.</summary>
    public static async Task<IReadOnlyDictionary<PaperId, PaperRow>> FindWithTargetsAsync(
        this IPaperTable table, IEnumerable<PaperId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PaperId, PaperRow>();
        IReadOnlyCollection<PaperId> wanted = [.. ids.Distinct()];
        for (var hop = 0; hop < MaxHops && wanted.Count > 0; hop++)
        {
            foreach (var (id, row) in await table.FindAsync(wanted, cancellationToken))
            {
                found[id] = row;
            }

            wanted = [.. wanted.Where(found.ContainsKey).Select(id => found[id]).OfType<PaperRow.Alias>()
                .Select(a => a.Target).Where(t => !found.ContainsKey(t)).Distinct()];
        }

        return found;
    }

    /// <summary>The papers behind these ids, in their order, each once; ids that lead nowhere are left out.</summary>
    public static async Task<IReadOnlyList<StoredPaper>> ResolveAsync(
        this IPaperTable table, IReadOnlyCollection<PaperId> ids, CancellationToken cancellationToken)
    {
        var rows = await table.FindWithTargetsAsync(ids, cancellationToken);
        return [.. ids.Select(id => Follow(rows, id)).OfType<StoredPaper>().DistinctBy(p => p.Id)];
    }

    /// <summary>The paper behind a name among rows that were read; null if it leads nowhere.</summary>
    public static StoredPaper? Follow(IReadOnlyDictionary<PaperId, PaperRow> rows, PaperId id)
    {
        for (var hop = 0; hop < MaxHops && rows.TryGetValue(id, out var row); hop++)
        {
            if (row is PaperRow.Known known)
            {
                return known.Stored;
            }

            id = ((PaperRow.Alias)row).Target;
        }

        return null;
    }
}
