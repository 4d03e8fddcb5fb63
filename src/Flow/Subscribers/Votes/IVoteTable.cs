using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Votes;

/// <summary>Votes by subscriber and paper; the last one on a paper counts.</summary>
public interface IVoteTable
{
    Task PutAsync(string subscriberId, Vote vote, CancellationToken cancellationToken);

    /// <summary>Puts many votes, each paper once.</summary>
    async Task PutAllAsync(string subscriberId, IReadOnlyCollection<Vote> votes, CancellationToken cancellationToken)
    {
        foreach (var vote in votes)
        {
            await PutAsync(subscriberId, vote, cancellationToken);
        }
    }

    Task RemoveAsync(string subscriberId, PaperId paper, CancellationToken cancellationToken);

    /// <summary>Removes all votes of a subscriber.</summary>
    Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken);

    /// <summary>All votes of a subscriber, in the order of paper ids.</summary>
    IAsyncEnumerable<Vote> ReadAsync(string subscriberId, CancellationToken cancellationToken);
}
