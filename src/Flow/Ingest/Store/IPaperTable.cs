using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Rows under paper ids: papers, and aliases that lead to them.</summary>
public interface IPaperTable
{
    /// <summary>The rows that exist under these ids; an alias is returned as it is, not followed.</summary>
    Task<IReadOnlyDictionary<PaperId, PaperRow>> FindAsync(IReadOnlyCollection<PaperId> ids, CancellationToken cancellationToken);

    /// <summary>Writes each row provided that it is as it was read (a row without version: provided that there is none).</summary>
    /// <returns>False when some of them had changed meanwhile and were not written.</returns>
    Task<bool> TryWriteAsync(IReadOnlyCollection<PaperRow> rows, CancellationToken cancellationToken);

    /// <summary>Removes each row that is still as it was read; returns how many went.</summary>
    Task<int> RemoveAsync(IReadOnlyCollection<PaperRow> rows, CancellationToken cancellationToken);
}

/// <summary>One row of the table of papers.</summary>
/// <param name="Version">The ETag with which it was read; null for a new row.</param>
public abstract record PaperRow(PaperId Id, string? Version)
{
    /// <summary>A paper.</summary>
    public sealed record Known(StoredPaper Stored, string? Version) : PaperRow(Stored.Id, Version);

    /// <summary>Another name of the paper <paramref name="Target"/>.</summary>
    public sealed record Alias(PaperId Id, PaperId Target, string? Version) : PaperRow(Id, Version);
}
