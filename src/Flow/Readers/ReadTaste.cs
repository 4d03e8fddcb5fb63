using PaperFunctions.Flow.Match;
using PaperFunctions.Flow.Store;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Readers;

/// <summary>What was learned of a reader: to show, and to carry away.</summary>
public sealed class ReadTaste(IVoteTable votes, IPaperTable papers, RecentCandidates recent, TimeProvider clock)
{
    public async Task<ShownTaste> ShowAsync(Subscriber reader, CancellationToken cancellationToken)
    {
        var voted = await votes.ReadPapersAsync(papers, reader.Id, cancellationToken);
        var from = await recent.CurrentAsync(cancellationToken);
        return new ShownTaste(from.Set.Card(TasteOf(reader, voted)), voted.All);
    }

    /// <summary>Writes the reader's taste in the form of <see cref="TasteFile"/>.</summary>
    public async Task ExportAsync(Subscriber reader, Stream to, CancellationToken cancellationToken) =>
        TasteFile.Write(TasteOf(reader, await votes.ReadPapersAsync(papers, reader.Id, cancellationToken)), to);

    private TasteInput TasteOf(Subscriber reader, VotedPapers voted) => new(
        reader.Interests, [.. voted.Learned.Select(v => new RatedPaper(v.Paper!, v.Vote.Value, v.Vote.At))], clock.GetUtcNow());
}

/// <param name="Votes">Newest first, those included that are not learned from.</param>
public sealed record ShownTaste(TasteCard Card, IReadOnlyList<VotedPaper> Votes);
