using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Subscribers.Votes;

/// <summary>A subscriber's votes with the papers behind them.</summary>
/// <param name="All">Newest first.</param>
public sealed record VotedPapers(IReadOnlyList<VotedPaper> All)
{
    /// <summary>The newest votes that are learned from; older ones have faded by then.</summary>
    public const int MaxLearned = 2000;

    /// <summary>What the ranker learns from: no bursts, and papers whose text is known.</summary>
    public IReadOnlyList<VotedPaper> Learned
    {
        get
        {
            var calm = VoteBursts.Without(All.Select(v => v.Vote)).ToHashSet();
            return [.. All.Where(v => v.Paper is not null && calm.Contains(v.Vote)).Take(MaxLearned)];
        }
    }

    /// <summary>What is known of a subscriber's taste at an instant: what they asked for, and these votes.</summary>
    public TasteInput Taste(IReadOnlyList<Interest> interests, DateTimeOffset at) =>
        new(interests, [.. Learned.Select(v => new RatedPaper(v.Paper!, v.Vote.Value, v.Vote.At))], at);
}

/// <param name="Stored">The paper as the digests describe it; null if none has brought it yet, or it was not read.</param>
public sealed record VotedPaper(Vote Vote, StoredPaper? Stored)
{
    /// <summary>The paper, else what the vote has of it; null if only an id is known.</summary>
    public Paper? Paper => Stored?.Paper ?? Vote.Text ?? Vote.Brought;
}

public static class VoteReading
{
    /// <summary>To show them.</summary>
    /// <param name="most">The newest votes whose papers are read.</param>
    public static Task<VotedPapers> ReadPapersAsync(
        this IVoteTable votes, IPaperTable papers, string subscriberId, CancellationToken cancellationToken,
        int most = VotedPapers.MaxLearned) =>
        ReadAsync(votes, papers, subscriberId, newest => newest.Take(most), cancellationToken);

    /// <summary>To learn from them: a paper is read only where the vote has no text of it.</summary>
    public static Task<VotedPapers> ReadTasteAsync(
        this IVoteTable votes, IPaperTable papers, string subscriberId, CancellationToken cancellationToken) => ReadAsync(
        votes, papers, subscriberId, newest => newest.Take(VotedPapers.MaxLearned).Where(v => v.Text is null), cancellationToken);

    private static async Task<VotedPapers> ReadAsync(
        IVoteTable votes, IPaperTable papers, string subscriberId, Func<IEnumerable<Vote>, IEnumerable<Vote>> toRead,
        CancellationToken cancellationToken)
    {
        var all = await votes.ReadAsync(subscriberId, cancellationToken).ToListAsync(cancellationToken);
        List<Vote> newest = [.. all.OrderByDescending(v => v.At)];
        var rows = await papers.FindWithTargetsAsync(toRead(newest).Select(v => v.Paper), cancellationToken);
        return new VotedPapers([.. newest.Select(v => new VotedPaper(v, PaperNames.Follow(rows, v.Paper)))]);
    }
}
