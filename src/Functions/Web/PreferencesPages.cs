using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Ranking;

namespace PaperFunctions.Functions.Web;

/// <summary>The preferences page, after each of its forms and before.</summary>
public sealed class PreferencesPages(WebPages pages, ReadTaste taste, SubscriberLinks links, TimeProvider clock)
{
    private const int MaxVotesShown = 200;

    /// <param name="form">As it was filled in; null for what is stored.</param>
    public async Task<IActionResult> ShowAsync(
        HttpRequest request, Reader reader, CancellationToken cancellationToken,
        PreferencesForm? form = null, string? done = null, string? error = null, MuteView? mute = null, string? muted = null,
        IReadOnlyList<UnmatchedTopic>? unmatched = null)
    {
        var subscriber = reader.Subscriber;
        var isWrong = error is not null || form?.Errors.Count > 0;
        return await pages.PrivateAsync<PreferencesPage, PreferencesView>(
            request,
            new PreferencesView
            {
                Frame = pages.Frame(request),
                Token = reader.Token,
                UnsubscribeToken = links.Mailed(subscriber, reader.MailedAt, LinkPurpose.Unsubscribe) ?? "",
                FeedUrl = reader.IsFresh(clock) ? links.Feed(subscriber) : null,
                Email = reader.IsFresh(clock) ? subscriber.Email : EmailAddress.Masked(subscriber.Email),
                State = subscriber.State,
                Form = form ?? PreferencesForm.Of(subscriber),
                Zones = TimeZones.All,
                Taste = CardOf(await taste.ShowAsync(subscriber, cancellationToken)),
                Next = NextWords.Of(subscriber),
                Done = done,
                Error = error,
                Mute = mute,
                Muted = muted,
                Unmatched = [.. (unmatched ?? []).Select(t => new UnmatchedTopicView(t.Topic, t.Suggestion))],
            },
            isWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static TasteCardView CardOf(ShownTaste taste)
    {
        var terms = taste.Card.Liked.Concat(taste.Card.Disliked).ToList();
        return new TasteCardView(
            Relative(terms),
            Relative(taste.Card.Authors),
            [.. taste.Votes.Take(MaxVotesShown)
                .Select(v =>
                    new VoteView(v.Vote.Paper, v.Paper?.Title ?? "A paper that no digest has brought yet", v.Vote.Value, v.Vote.At))]);
    }

    private static IReadOnlyList<TasteTermView> Relative(IReadOnlyList<TasteTerm> terms)
    {
        var strongest = terms.Select(t => Math.Abs(t.Weight)).DefaultIfEmpty(0).Max();
        return strongest > 0 ? [.. terms.Select(t => new TasteTermView(t.Term, t.Weight / strongest))] : [];
    }
}
