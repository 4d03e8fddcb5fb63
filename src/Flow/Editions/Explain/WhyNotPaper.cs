using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>Answers "why was this paper not in my mail".</summary>
public sealed class WhyNotPaper(FindPaper find, PastEdition past, IDeliveryTable deliveries)
{
    /// <param name="asked">A title, an id, or an address.</param>
    public async Task<SubscriberAnswer> RunAsync(Subscriber subscriber, string asked, CancellationToken cancellationToken)
    {
        var found = await find.RunAsync(asked, cancellationToken);
        if (found.Paper is not { } paper)
        {
            return Unknown(found);
        }

        var all = await deliveries.ListAsync(subscriber.Id, cancellationToken).ToListAsync(cancellationToken);
        if (Sent(all, paper) is { } sent)
        {
            return sent;
        }

        var edition = all.Where(d => d.Cutoff > paper.ArrivedAt).MinBy(d => (d.Cutoff, d.ChangedAt));
        if (edition is null)
        {
            return new(
                $"\"{paper.Paper.Title}\" came in on {Day(paper.ArrivedAt)}, after the last edition made for you. The next one "
                + "considers it.", []);
        }

        return paper.ArrivedAt < past.Since(subscriber, edition, all)
            ? new($"\"{paper.Paper.Title}\" came in on {Day(paper.ArrivedAt)}, before the time that your edition of {DateOf(edition)} "
                + "looked back on.", [])
            : Judge(paper, edition, await past.OfAsync(subscriber, edition, all, cancellationToken));
    }

    private static SubscriberAnswer Unknown(FoundPaper found) => found switch
    {
        { Near.Count: > 0 } => new("No paper here has exactly that title. Did you mean one of these?", [])
        {
            Offers = [.. found.Near.Select(p => new OfferedPaper(p.Id, p.Paper.Title))],
        },
        { OnlyWhole: true } =>
            new("Search cannot be reached right now, so only whole titles and ids are found. Please try again in a few minutes.", []),
        _ => new("No digest has brought a paper with that title or id. Look for other spellings of it, or search for a few of its words.",
            []),
    };

    private static SubscriberAnswer? Sent(IEnumerable<Delivery> all, StoredPaper paper)
    {
        PaperId[] names = [paper.Id, .. paper.FormerIds];
        return all.Select(d => (Delivery: d, Pick: d.Picks.FirstOrDefault(p => names.Contains(p.Paper))))
            .Where(f => f.Pick is not null && f.Delivery.State is DeliveryState.Sent or DeliveryState.Claimed)
            .Select(f => new SubscriberAnswer($"\"{paper.Paper.Title}\" was in your edition of {DateOf(f.Delivery)}.", f.Pick!.Why))
            .FirstOrDefault();
    }

    private static SubscriberAnswer Judge(StoredPaper paper, Delivery edition, PastChoice choice)
    {
        if (!choice.PapersAreKept)
        {
            return new(
                $"\"{paper.Paper.Title}\": what your edition of {DateOf(edition)} was chosen from is no longer kept, so its place can't "
                + "be told.", []);
        }

        var verdict = choice.From.Set.Explain(choice.Taste, paper.Id, choice.Options);
        List<string> details = [.. verdict.HeldBack, .. verdict.Carried.Select(c => $"For it spoke: {c}")];
        if (edition is { State: DeliveryState.Skipped or DeliveryState.Failed, Reason: { } reason })
        {
            details.Insert(0, $"No edition was sent on {DateOf(edition)}: {reason}");
        }

        if (!choice.PreferencesAreKept)
        {
            details.Add("Judged by your preferences of today: those of that day are not known any more.");
        }

        var place = (verdict.Picked, verdict.Rank) switch
        {
            (true, _) =>
                $"By what is known now it would be picked for your edition of {DateOf(edition)}; your votes, or what is known of its "
                + "words, were others then.",
            (_, { } rank) => $"For your edition of {DateOf(edition)} it was number {rank:N0} of {verdict.Of:N0} papers.",
            _ => $"It was not ranked for your edition of {DateOf(edition)}.",
        };
        return new($"\"{paper.Paper.Title}\": {place}", details);
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy");

    private static string DateOf(Delivery edition) =>
        DateOnly.ParseExact(edition.EditionKey.AsSpan(0, 10), "yyyy-MM-dd").ToString("d MMMM yyyy");
}

/// <param name="Sentence">The answer.</param>
/// <param name="Details">What it rests on, strongest first; may be empty.</param>
public sealed record SubscriberAnswer(string Sentence, IReadOnlyList<string> Details)
{
    /// <summary>Papers that may have been meant, best first; to be asked about instead.</summary>
    public IReadOnlyList<OfferedPaper> Offers { get; init; } = [];
}

public sealed record OfferedPaper(PaperId Id, string Title);
