using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Papers in the order of their first arrival: the candidates of editions.</summary>
public interface IArrivalTable
{
    /// <summary>Adds or refreshes papers under their first arrival; the same paper twice is one row.</summary>
    Task PutAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken);

    /// <summary>Removes papers that turned out to be others under a second name.</summary>
    Task RemoveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken);

    /// <summary>Papers first seen from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), oldest first.</summary>
    IAsyncEnumerable<StoredPaper> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Removes whole days, oldest kept day given; returns how many rows went.</summary>
    Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken);
}
