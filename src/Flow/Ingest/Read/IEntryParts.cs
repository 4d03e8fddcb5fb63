using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Read;

/// <summary>Takes in the entries of a digest, part by part, as they are read.</summary>
public interface IEntryParts
{
    /// <summary>Papers that this digest brought first, so far.</summary>
    int NewPapers { get; }

    /// <summary>Takes in the next part; may return before it is stored.</summary>
    Task AddAsync(IReadOnlyList<Entry> part, CancellationToken cancellationToken);

    /// <summary>Waits until all parts are stored.</summary>
    Task FinishAsync(CancellationToken cancellationToken);
}
