namespace PaperFunctions.Flow.Sources;

/// <summary>A row for each source that was ever set.</summary>
public interface ISourceTable
{
    Task<SourceRow?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes the row provided that it is as it was read (no version: provided that there is none).</summary>
    /// <returns>The row with its new version, or null when it had changed meanwhile.</returns>
    Task<SourceRow?> TrySaveAsync(SourceRow row, CancellationToken cancellationToken);
}

/// <param name="Version">The ETag with which it was read; null for a new row.</param>
public sealed record SourceRow(SourceState State, string? Version);
