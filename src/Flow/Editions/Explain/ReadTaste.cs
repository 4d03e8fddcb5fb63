using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>What was learned of a subscriber: to show, and to carry away.</summary>
public sealed class ReadTaste(IVoteTable votes, IPaperTable papers, RecentCandidates recent, TimeProvider clock)
{
    public async Task<ShownTaste> ShowAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var voted = await votes.ReadPapersAsync(papers, subscriber.Id, cancellationToken);
        var from = await recent.CurrentAsync(cancellationToken);
        return new ShownTaste(from.Set.Card(voted.Taste(subscriber.Interests, clock.GetUtcNow())), voted.All);
    }

    /// <summary>Writes the subscriber's taste in the form of <see cref="TasteFile"/>.</summary>
    public async Task ExportAsync(Subscriber subscriber, Stream to, CancellationToken cancellationToken) =>
        TasteFile.Write(
            (await votes.ReadPapersAsync(papers, subscriber.Id, cancellationToken)).Taste(subscriber.Interests, clock.GetUtcNow()), to);
}

/// <param name="Votes">Newest first, those included that are not learned from.</param>
public sealed record ShownTaste(TasteCard Card, IReadOnlyList<VotedPaper> Votes);
