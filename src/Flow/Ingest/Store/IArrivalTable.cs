using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Papers in the order in which they arrived (<see cref="StoredPaper.ArrivedAt"/>): the candidates of editions.</summary>
public interface IArrivalTable
{
    /// <summary>Adds or refreshes papers under the time of their arrival; the same paper twice is one row.</summary>
    Task PutAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken);

    /// <summary>Which of these papers have a row under the time of their arrival.</summary>
    Task<IReadOnlySet<PaperId>> FindAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken);

    /// <summary>Removes the rows under the times that these papers carry.</summary>
    Task RemoveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken);

    /// <summary>Papers that arrived from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), oldest first.</summary>
    IAsyncEnumerable<StoredPaper> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Removes whole days, oldest kept day given; returns how many rows went.</summary>
    Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken);
}
