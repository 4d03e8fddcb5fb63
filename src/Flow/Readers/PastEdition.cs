using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Match;
using PaperFunctions.Flow.Store;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Readers;

/// <summary>What an edition was chosen from, put together again.</summary>
/// <remarks>Papers, votes and cut-offs are those of that time; interests and size are today's, since older ones are not kept.</remarks>
public sealed class PastEdition(FindCandidates find, IVoteTable votes, IPaperTable papers, IOptions<EditionOptions> options)
{
    /// <param name="all">All deliveries of the reader.</param>
    public async Task<PastChoice> OfAsync(Subscriber reader, Delivery edition, IReadOnlyList<Delivery> all, CancellationToken cancellation)
    {
        var before = all.Where(d => d.Cutoff < edition.Cutoff).ToList();
        var since = Since(reader, edition, all);
        var from = await find.RunAsync(since, edition.Cutoff, cancellation);
        var voted = new VotedPapers([.. (await votes.ReadPapersAsync(papers, reader.Id, cancellation)).All.Where(v => v.Vote.At < edition.ChangedAt)]);
        HashSet<PaperId> known =
        [
            .. before.Where(d => d.State is DeliveryState.Sent or DeliveryState.Claimed).SelectMany(d => d.Picks).Select(p => p.Paper),
            .. voted.All.Select(v => v.Stored?.Id ?? v.Vote.Paper),
        ];
        bool IsNew(PaperId id) => !known.Contains(id);
        return new PastChoice(
            from,
            new TasteInput(reader.Interests, [.. voted.Learned.Select(v => new RatedPaper(v.Paper!, v.Vote.Value, v.Vote.At))], edition.Cutoff),
            new ChoiceOptions(reader.Size, options.Value.MinimumChance, reader.Exploration)
            {
                Eligible = p => p.FirstSeen >= from.From && IsNew(p.Id) && p.FormerIds.All(IsNew),
            });
    }

    /// <summary>Papers that arrived from here to the edition's cut-off were considered.</summary>
    public DateTimeOffset Since(Subscriber reader, Delivery edition, IReadOnlyList<Delivery> all) => find.Start(
        all.Where(d => d.Cutoff < edition.Cutoff && d.IsSettled).Select(d => d.Cutoff).DefaultIfEmpty(reader.CreatedAt - EnrolReader.FirstLookBack).Max(),
        edition.Cutoff);
}

/// <param name="From">The arrivals of the edition's period.</param>
public sealed record PastChoice(Candidates From, TasteInput Taste, ChoiceOptions Options)
{
    /// <summary>The papers that could have been picked, best first.</summary>
    public IReadOnlyList<Pick> Ranked => [.. From.Set.Rank(Taste).Where(p => Options.Eligible!(p.Paper))];
}
