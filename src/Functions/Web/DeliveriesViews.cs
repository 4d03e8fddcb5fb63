using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>What the page of editions shows, with the answer to what was asked.</summary>
public sealed class DeliveriesViews(WebPages pages, IDeliveryTable deliveries, WhyNotPaper whyNot, WhyNoMail whyNoMail, PastEdition past,
    VoteMarks marks)
{
    private const int MaxShown = 60;

    /// <summary>The newest editions, whose papers can be voted on where they stand.</summary>
    private const int MaxVoted = 14;
    private const int PageSize = 50;

    /// <returns>Null if an edition is asked for that is none.</returns>
    public async Task<DeliveriesView?> OfAsync(
        HttpRequest request, Subscriber subscriber, string token, CancellationToken cancellationToken)
    {
        var all = await deliveries.ListAsync(subscriber.Id, cancellationToken).ToListAsync(cancellationToken);
        var (paper, day, key) = (request.Line(FieldNames.Paper), request.Line(FieldNames.Day, 10), request.Line(FieldNames.Edition, 20));
        var rest = key.Length > 0 ? await RestAsync(subscriber, all, key, request.Page(), cancellationToken) : null;
        if (key.Length > 0 && rest is null)
        {
            return null;
        }

        var shown = all.Take(MaxShown).ToList();
        var voted = await marks.OfAsync(request, shown.Take(MaxVoted).SelectMany(d => d.Picks).Select(p => p.Paper), cancellationToken);
        return new DeliveriesView
        {
            Frame = pages.Frame(request),
            Token = token,
            Editions = [.. shown.Select(d => Item(d, voted))],
            AskedPaper = paper,
            WhyNot = paper.Length > 0 ? View(await whyNot.RunAsync(subscriber, paper, cancellationToken)) : null,
            AskedDay = DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date) ? day : "",
            WhyNoMail = day.Length == 0 ? null
                : date == default ? new AnswerView("That is no day: give one such as 2027-01-31.", [])
                : View(await whyNoMail.RunAsync(subscriber, date, cancellationToken)),
            Rest = rest is null ? null : rest with { Papers = await marks.OnAsync(request, rest.Papers, cancellationToken) },
        };
    }

    private async Task<RestView?> RestAsync(
        Subscriber subscriber, List<Delivery> all, string key, int page, CancellationToken cancellationToken)
    {
        if (page == 0 || all.Find(d => d.EditionKey == key) is not { } edition)
        {
            return null;
        }

        var picked = edition.Picks.Select(p => p.Paper).ToHashSet();
        var choice = await past.OfAsync(subscriber, edition, all, cancellationToken);
        var ranked = choice.PapersAreKept ? choice.Ranked.Where(p => !picked.Contains(p.Paper.Id)).ToList() : [];
        var pagesKnown = Math.Max(1, (ranked.Count + PageSize - 1) / PageSize);
        List<Pick> shown = [.. ranked.Skip((page - 1) * PageSize).Take(PageSize)];
        var missed = choice.From.Set.WhyMissed(choice.Taste, [.. shown.Select(p => p.Paper.Id)], choice.Options);
        var cards = shown.Select((p, i) => PaperCardView.Of(p.Paper.Id, p.Paper.Paper) with
        {
            Rank = ((page - 1) * PageSize) + i + 1,
            Why = [.. p.Why.Take(3)],
            WhyNot = missed[i],
        });
        return page > pagesKnown ? null : new RestView(key, DateOf(edition), ranked.Count, [.. cards], page, pagesKnown)
        {
            AsThen = choice.PreferencesAreKept,
            Gone = !choice.PapersAreKept,
        };
    }

    private static DeliveryItemView Item(Delivery d, IReadOnlyDictionary<PaperId, VoteMarkView> voted)
    {
        return new DeliveryItemView(
            DateOf(d), StateOf(d.State), d.Subject, d.State == DeliveryState.Sent ? null : d.Reason,
            [.. d.Picks.Select(p => new DeliveredPickView(p.Paper, p.Title, p.Why, p.Exploration) { Vote = Mark(p.Paper) })])
        {
            Key = d.EditionKey,
        };

        // A paper of one edition may also are among what another one did not pick.
        VoteMarkView? Mark(PaperId paper) => voted.TryGetValue(paper, out var vote) ? vote with { Place = $"e-{paper}" } : null;
    }

    private static string StateOf(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "sent",
        DeliveryState.Skipped => "skipped",
        DeliveryState.Failed => "failed",
        _ => "being sent",
    };

    private static DateOnly DateOf(Delivery d) => DateOnly.ParseExact(d.EditionKey.AsSpan(0, 10), "yyyy-MM-dd");

    private static AnswerView View(SubscriberAnswer answer) => new(answer.Sentence, answer.Details)
    {
        Offers = [.. answer.Offers.Select(o => new OfferView(o.Id, o.Title))],
    };
}
