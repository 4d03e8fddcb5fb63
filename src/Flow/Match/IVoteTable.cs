using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Match;

/// <summary>Votes by subscriber and paper; the last one on a paper counts.</summary>
public interface IVoteTable
{
    Task PutAsync(string subscriberId, Vote vote, CancellationToken cancellation);

    /// <summary>Puts many votes, each paper once.</summary>
    async Task PutAllAsync(string subscriberId, IReadOnlyCollection<Vote> votes, CancellationToken cancellation)
    {
        foreach (var vote in votes)
        {
            await PutAsync(subscriberId, vote, cancellation);
        }
    }

    Task RemoveAsync(string subscriberId, PaperId paper, CancellationToken cancellation);

    /// <summary>Removes all votes of a subscriber.</summary>
    Task RemoveAllAsync(string subscriberId, CancellationToken cancellation);

    /// <summary>All votes of a subscriber, in the order of paper ids.</summary>
    IAsyncEnumerable<Vote> ReadAsync(string subscriberId, CancellationToken cancellation);
}
