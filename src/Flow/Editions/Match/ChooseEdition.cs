using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Editions.Match;

/// <summary>Chooses the papers of one subscriber's edition.</summary>
public sealed class ChooseEdition(
    IVoteTable votes, IPaperTable papers, IDeliveryTable deliveries, FindCandidates candidates,
    IOptions<EditionOptions> options, TimeProvider clock)
{
    /// <summary>Days of the ledger that are asked for what was sent: well over the age of candidates, since an edition that was missed
    /// is under the day on which it was due.</summary>
    private const int LedgerDays = 100;

    public async Task<Choice> RunAsync(Subscriber subscriber, string editionKey, Candidates from, CancellationToken cancellationToken)
    {
        if (await IsNothingNewAsync(subscriber, from, cancellationToken))
        {
            return Choice.NothingNew;
        }

        var start = candidates.Start(subscriber.LastCutoff, from.To);
        var (seen, claims) = await deliveries.SentPapersAsync(
            subscriber.Id, DateOnly.FromDateTime(from.To.UtcDateTime).AddDays(-LedgerDays), cancellationToken);
        if (claims.Any(claim => claim.Key != editionKey && claim.Value > clock.GetUtcNow()))
        {
            return Choice.Waits;
        }

        var (taste, voted) = await VotesAsync(subscriber, cancellationToken);
        bool IsNew(PaperId id) => !seen.Contains(id) && !voted.Contains(id);
        var selection = from.Set.Choose(
            taste,
            new ChoiceOptions(subscriber.Size, options.Value.MinimumChance, subscriber.Exploration)
            {
                Eligible = p => p.ArrivedAt >= start && IsNew(p.Id) && p.FormerIds.All(IsNew),
            });
        var edition = selection.Picks.Count == 0 ? null : new Edition
        {
            Key = editionKey,
            Subscriber = subscriber,
            Picks = selection.Picks,
            Others = selection.Others,
        };
        return new Choice(edition, edition is null ? ReasonFor(selection, from, start) : null);
    }

    /// <summary>Right after an edition was sent, another one would only hold what that one left out.</summary>
    private async Task<bool> IsNothingNewAsync(Subscriber subscriber, Candidates from, CancellationToken cancellationToken) =>
        subscriber.LastCutoff > from.To - FindCandidates.Overlap
        && !from.Papers.Any(p => p.ArrivedAt >= subscriber.LastCutoff)
        && await deliveries.ListAsync(subscriber.Id, cancellationToken)
            .AnyAsync(d => d.State == DeliveryState.Sent && d.Cutoff == subscriber.LastCutoff, cancellationToken);

    /// <summary>What is known of a subscriber's taste now.</summary>
    public async Task<TasteInput> TasteAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
        (await VotesAsync(subscriber, cancellationToken)).Taste;

    private async Task<(TasteInput Taste, HashSet<PaperId> Voted)> VotesAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var read = await votes.ReadTasteAsync(papers, subscriber.Id, cancellationToken);
        return (
            read.Taste(subscriber.Interests, clock.GetUtcNow()),
            [.. read.All.Select(v => v.Vote.Paper), .. read.All.Select(v => v.Stored?.Id).OfType<PaperId>()]);
    }

    private static string ReasonFor(Selection selection, Candidates from, DateTimeOffset start) =>
        from.Papers.Any(p => p.ArrivedAt >= start)
            ? selection.Reason ?? "No paper qualified."
            : Choice.NothingNew.Reason!;
}

/// <param name="Edition">Null if there is nothing to send.</param>
/// <param name="Reason">Why there is nothing; null if there is an edition.</param>
public sealed record Choice(Edition? Edition, string? Reason)
{
    /// <summary>Another edition has looked at all that arrived until after this one was due: what was missed is merged into that
    /// one.</summary>
    public static Choice Overtaken { get; } = new(null, "An edition that was made later has its papers already.")
    {
        LooksAtNothing = true,
    };

    /// <summary>It is soon after another edition was sent, and nothing arrived since.</summary>
    public static Choice NothingNew { get; } = new(null, "No new papers came in since the last edition.") { LooksAtNothing = true };

    /// <summary>Another edition of the subscriber is being made: only when that has its papers, it is known which are left for this
    /// one.</summary>
    public static Choice Waits { get; } = new(null, "Another edition of yours is being made; this one waits for it.");

    /// <summary>Whether no paper was considered: the subscriber's cut-off stays.</summary>
    public bool LooksAtNothing { get; init; }
}
