using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Votes;

/// <summary>A subscriber's vote on a paper.</summary>
public sealed class CastVote(IVoteTable votes, IPaperTable papers, IDeliveryTable deliveries, TimeProvider clock)
{
    /// <summary>The paper behind an id, whatever id it was sent under, and the subscriber's vote on it.</summary>
    public async Task<(StoredPaper? Paper, int? Current)> LookAsync(string subscriberId, PaperId id, CancellationToken cancellationToken)
    {
        var paper = (await papers.ResolveAsync([id], cancellationToken)).SingleOrDefault();
        var mine = paper is null ? null : await votes.ReadAsync(subscriberId, cancellationToken)
            .FirstOrDefaultAsync(v => v.Paper == paper.Id || paper.FormerIds.Contains(v.Paper), cancellationToken);
        return (paper, mine?.Value);
    }

    /// <summary>Takes a vote back under every name of its paper, known here or only brought along.</summary>
    public async Task ForgetAsync(string subscriberId, PaperId id, CancellationToken cancellationToken)
    {
        var paper = (await papers.ResolveAsync([id], cancellationToken)).SingleOrDefault();
        IEnumerable<PaperId> names = paper is null ? [id] : [id, paper.Id, .. paper.FormerIds];
        foreach (var name in names.Distinct())
        {
            await votes.RemoveAsync(subscriberId, name, cancellationToken);
        }
    }

    /// <param name="value">+1, -1, or 0 to take the vote back.</param>
    /// <param name="editionDay">See <see cref="Vote"/>.</param>
    public async Task RunAsync(string subscriberId, StoredPaper paper, int value, int editionDay, CancellationToken cancellationToken)
    {
        foreach (var former in paper.FormerIds)
        {
            await votes.RemoveAsync(subscriberId, former, cancellationToken);
        }

        if (value == 0)
        {
            await votes.RemoveAsync(subscriberId, paper.Id, cancellationToken);
            return;
        }

        await votes.PutAsync(subscriberId, new Vote(paper.Id, Math.Sign(value), clock.GetUtcNow(), editionDay)
        {
            EditionPapers = await EditionPapersAsync(subscriberId, editionDay, cancellationToken),
            Text = paper.Paper.Abstract.Length > 0 // else a look-up may still bring more to learn from
                ? paper.Paper with { OriginalTitle = null, OriginalAbstract = null, Links = [] }
                : null,
        }, cancellationToken);
    }

    private async Task<int> EditionPapersAsync(string subscriberId, int editionDay, CancellationToken cancellationToken) =>
        editionDay == 0 ? 0
        : (await deliveries.FindAsync(
            subscriberId, DateOnly.FromDayNumber(editionDay).ToString("yyyy-MM-dd"), cancellationToken))?.Value.Picks.Count ?? 0;
}
