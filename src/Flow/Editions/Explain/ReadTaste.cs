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
        return new ShownTaste(from.Set.Card(TasteOf(subscriber, voted)), voted.All);
    }

    /// <summary>Writes the subscriber's taste in the form of <see cref="TasteFile"/>.</summary>
    public async Task ExportAsync(Subscriber subscriber, Stream to, CancellationToken cancellationToken) =>
        TasteFile.Write(TasteOf(subscriber, await votes.ReadPapersAsync(papers, subscriber.Id, cancellationToken)), to);

    private TasteInput TasteOf(Subscriber subscriber, VotedPapers voted) => new(
        subscriber.Interests, [.. voted.Learned.Select(v => new RatedPaper(v.Paper!, v.Vote.Value, v.Vote.At))], clock.GetUtcNow());
}

/// <param name="Votes">Newest first, those included that are not learned from.</param>
public sealed record ShownTaste(TasteCard Card, IReadOnlyList<VotedPaper> Votes);
