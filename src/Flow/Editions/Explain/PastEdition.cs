using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>What an edition was chosen from, put together again.</summary>
/// <remarks>Papers, cut-offs, interests and size are those of that time; of votes, the last one on each paper is known.</remarks>
public sealed class PastEdition(
    FindCandidates find, IVoteTable votes, IPaperTable papers, IOptions<EditionOptions> options, IOptions<NightlyOptions> kept,
    TimeProvider clock)
{
    /// <param name="all">All deliveries of the subscriber.</param>
    public async Task<PastChoice> OfAsync(
        Subscriber subscriber, Delivery edition, IReadOnlyList<Delivery> all, CancellationToken cancellationToken)
    {
        var before = all.Where(d => IsBefore(d, edition)).ToList();
        var since = Since(subscriber, edition, all);
        var from = await find.RunAsync(since, edition.Cutoff, cancellationToken);
        var voted = new VotedPapers(
            [.. (await votes.ReadTasteAsync(papers, subscriber.Id, cancellationToken)).All.Where(v => v.Vote.At < edition.Cutoff)]);
        HashSet<PaperId> known =
        [
            .. before.Where(d => d.State is DeliveryState.Sent or DeliveryState.Claimed).SelectMany(d => d.Picks).Select(p => p.Paper),
            .. voted.All.Select(v => v.Stored?.Id ?? v.Vote.Paper),
        ];
        var preferences = edition.PreferencesSnapshot ?? PreferencesSnapshot.Of(subscriber);
        bool IsNew(PaperId id) => !known.Contains(id);
        return new PastChoice(
            from,
            voted.Taste(preferences.Interests, edition.Cutoff),
            new ChoiceOptions(preferences.Size, options.Value.MinimumChance, preferences.Exploration)
            {
                Eligible = p => p.ArrivedAt >= from.From && IsNew(p.Id) && p.FormerIds.All(IsNew),
            })
        {
            PreferencesAreKept = edition.PreferencesSnapshot is not null,
            PapersAreKept = from.From.UtcDateTime.Date >= clock.GetUtcNow().UtcDateTime.Date.AddDays(-kept.Value.ArrivalDays),
        };
    }

    /// <summary>Papers that arrived from here to the edition's cut-off were considered.</summary>
    public DateTimeOffset Since(Subscriber subscriber, Delivery edition, IReadOnlyList<Delivery> all) => find.Start(
        all.Where(d => IsBefore(d, edition) && d.IsSettled).Select(d => d.Cutoff)
            .DefaultIfEmpty(subscriber.CreatedAt - EnrolSubscriber.FirstLookBack).Max(),
        edition.Cutoff);

    /// <summary>An edition that looked at nothing has the cut-off of the one before it.</summary>
    private static bool IsBefore(Delivery one, Delivery edition) =>
        one.Cutoff < edition.Cutoff || (one.Cutoff == edition.Cutoff && one.ChangedAt < edition.ChangedAt);
}

/// <param name="From">The arrivals of the edition's period.</param>
public sealed record PastChoice(Candidates From, TasteInput Taste, ChoiceOptions Options)
{
    /// <summary>False: the subscriber's preferences of that time are not known, and today's are in for them.</summary>
    public bool PreferencesAreKept { get; init; }

    /// <summary>False: papers of that time are candidates no more, so nothing can be said of their order.</summary>
    public bool PapersAreKept { get; init; }

    /// <summary>The papers that could have been picked, best first.</summary>
    public IReadOnlyList<Pick> Ranked => [.. From.Set.Rank(Taste).Where(p => Options.Eligible!(p.Paper))];
}
