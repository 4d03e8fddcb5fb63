using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Subscribers.Taste;

/// <summary>Takes over what a subscriber brings along; see <see cref="ImportFile"/> for what that may be.</summary>
/// <remarks>Papers that no digest has are kept with the subscriber's own votes; they never become papers that others see.</remarks>
public sealed class ImportTaste(IVoteTable votes, IPaperTable papers, SubscriberAccount accounts, TimeProvider clock)
{
    private const int MaxAbstract = 4_000;

    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Papers that the subscriber has voted on keep their vote.</summary>
    /// <exception cref="InvalidDataException">Nothing of the file can be taken over; the message says why.</exception>
    public async Task<Imported> RunAsync(Subscriber subscriber, byte[] content, string name, CancellationToken cancellationToken)
    {
        var file = await ImportFile.ReadAsync(content, name, clock.GetUtcNow(), cancellationToken);
        var fresh = await NewVotesAsync(subscriber, file.Rated, cancellationToken);
        if (file.Rated.Count == 0 && file.Interests.Count == 0)
        {
            throw new InvalidDataException(
                "No paper was found in that file. Give an exported taste, BibTeX, or one arXiv id, DOI or title a line.");
        }

        await votes.PutAllAsync(subscriber.Id, [.. fresh.Select(f => f.Vote)], cancellationToken);
        if (file.Interests.Count > 0)
        {
            await accounts.SaveAsync(
                subscriber.Id, s => s with { Interests = InterestLimits.Union(s.Interests, file.Interests) }, cancellationToken);
        }

        return new Imported(fresh.Count, fresh.Count(f => !f.Known && f.Vote.Brought is null), file.Interests.Count);
    }

    private async Task<List<(Vote Vote, bool Known)>> NewVotesAsync(
        Subscriber subscriber, IReadOnlyList<RatedPaper> rated, CancellationToken cancellationToken)
    {
        var named = rated.Select(r => (Rated: r, Ids: PaperKey.Of(r.Paper).Select(k => k.ToId()).ToList())).Where(n => n.Ids.Count > 0)
            .ToList();
        var rows = await papers.FindWithTargetsAsync(named.SelectMany(n => n.Ids), cancellationToken);
        var voted = await votes.ReadAsync(subscriber.Id, cancellationToken).Select(v => v.Paper)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        var fresh = new List<(Vote, bool)>();
        foreach (var (one, ids) in named)
        {
            var stored = ids.Select(id => PaperNames.Follow(rows, id)).FirstOrDefault(p => p is not null);
            var id = stored?.Id ?? ids[0];
            if (voted.Add(id) && !ids.Skip(stored is null ? 1 : 0).Any(other => other != id && voted.Contains(other)))
            {
                fresh.Add((new Vote(id, one.Value, When(one.At)) { Brought = stored is null ? Text(one.Paper) : null },
                    stored is not null));
            }
        }

        return fresh;
    }

    /// <summary>What is known of a paper beyond its id; null where that is nothing.</summary>
    private static Paper? Text(Paper paper) =>
        paper.TitleIsId || paper.Title == paper.ArxivId || paper.Title == paper.Doi ? null : PaperFit.Of(paper with
    {
        Abstract = CleanText.Shorten(paper.Abstract, MaxAbstract),
        OriginalAbstract = null,
        OriginalTitle = null,
        Authors = [.. paper.Authors.Take(50)],
        Links = [],
    });

    private DateTimeOffset When(DateTimeOffset at) => at > clock.GetUtcNow() || at < Earliest ? clock.GetUtcNow() : at.ToUniversalTime();
}

/// <param name="Papers">Papers that count as voted on now and did not before.</param>
/// <param name="Waiting">Of these, ids alone: nothing is learned from them before a digest brings the paper.</param>
/// <param name="Interests">Interests in the file.</param>
public sealed record Imported(int Papers, int Waiting, int Interests);
