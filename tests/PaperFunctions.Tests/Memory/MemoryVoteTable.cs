using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryVoteTable : IVoteTable
{
    private readonly MemoryRows<(string, string), Vote> _rows = new();

    public Task PutAsync(string subscriberId, Vote vote, CancellationToken cancellationToken)
    {
        _rows.Put((subscriberId, vote.Paper.Value), vote);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string subscriberId, PaperId paper, CancellationToken cancellationToken)
    {
        _rows.Remove((subscriberId, paper.Value));
        return Task.CompletedTask;
    }

    public Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken)
    {
        foreach (var key in _rows.Keys.Where(k => k.Item1 == subscriberId))
        {
            _rows.Remove(key);
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Vote> ReadAsync(string subscriberId, CancellationToken cancellationToken) =>
        _rows.Keys.Where(k => k.Item1 == subscriberId).Order().Select(k => _rows.Find(k)!.Value.Row).ToList().ToAsyncEnumerable();
}
