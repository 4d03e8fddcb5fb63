using Microsoft.Extensions.Options;
using NodaTime.Extensions;
using PaperFunctions.Flow.Editions.Compose;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Operator;

/// <summary>The mail that a new subscriber with these interests would get now. Nothing is sent or noted.</summary>
public sealed class PreviewEdition(
    RecentCandidates recent, FindCandidates find, ChooseEdition choose, ComposeEdition compose, IOptions<EditionOptions> options,
        TimeProvider clock)
{
    /// <summary>A subscriber whom no table has: the links of the preview lead nowhere.</summary>
    private static readonly string Nobody = new('0', 32);

    /// <summary>The subscriber as nobody: the links of what is shown lead nowhere, so looking at it can't act for them.</summary>
    internal static Subscriber Stranger(Subscriber subscriber) => subscriber with { Id = Nobody, LinkEpoch = 0 };

    /// <summary>The next edition of a subscriber as it would be if it were made now: chosen by the same step from the same
    /// papers.</summary>
    /// <returns>The mail, or why there would be none.</returns>
    public async Task<(OutgoingMail? Mail, string? Reason)> ForAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = DateOnly.FromDateTime((subscriber.NextDue ?? now).ToInstant().InZone(DuePlan.ZoneOf(
            subscriber.Plan)).LocalDateTime.ToDateTimeUnspecified())
            .ToString("yyyy-MM-dd");
        var choice = await choose.RunAsync(subscriber, key, await find.RunAsync(subscriber.LastCutoff, now, cancellationToken),
            cancellationToken);
        return choice.Edition is { } edition
            ? (await compose.RunAsync(edition with { Subscriber = Stranger(subscriber) }, cancellationToken), null)
            : (null, choice.Reason);
    }

    /// <returns>The mail, or why there would be none.</returns>
    public async Task<(OutgoingMail? Mail, string? Reason)> RunAsync(
        IReadOnlyList<Interest> interests, int papers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var from = await recent.CurrentAsync(cancellationToken);
        var size = new EditionSize(papers, null);
        var selection = from.Set.Choose(
            new VotedPapers([]).Taste(interests, now), new ChoiceOptions(size, options.Value.MinimumChance, Exploration: true));
        if (selection.Picks.Count == 0)
        {
            return (null, selection.Reason ?? "No paper qualified.");
        }

        var subscriber = new Subscriber { Id = Nobody, Email = "preview@example.org", Interests = interests, Size = size };
        return (await compose.RunAsync(
            new Edition { Key = now.ToString("yyyy-MM-dd"), Subscriber = subscriber, Picks = selection.Picks, Others = selection.Others },
            cancellationToken), null);
    }
}
