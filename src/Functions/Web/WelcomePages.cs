using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Extensions;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>The first minute: what the new reader's edition would hold now.</summary>
public sealed class WelcomePages(
    WebPages pages, FirstLook look, VoteMarks marks, IDeliveryTable deliveries, IFlowQueues queues, TimeProvider clock)
{
    /// <summary>The papers are an extra: a page that waits longer for them comes without.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public async Task<IActionResult> ShowAsync(HttpRequest request, Reader reader, CancellationToken cancellationToken)
    {
        var view = new WelcomeView(pages.Frame(request)) { Next = NextWords.Of(reader.Subscriber) };
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(Patience);
        try
        {
            view = await FillAsync(request, view, reader, soon.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The address is confirmed, and says so.
        }

        return await pages.PrivateAsync<WelcomePage, WelcomeView>(request, view);
    }

    /// <summary>Mails the first edition now instead of at its hour; once, and only if none was made yet.</summary>
    public async Task<IActionResult> MailAsync(HttpRequest request, Reader reader, CancellationToken cancellationToken)
    {
        if (reader.Subscriber.State == SubscriberState.Active && await IsFirstAsync(reader, cancellationToken))
        {
            var now = clock.GetUtcNow();
            var local = now.ToInstant().InZone(DuePlan.ZoneOf(reader.Subscriber.Plan)).LocalDateTime.ToDateTimeUnspecified();
            await queues.SendAsync(
                new EditionsDue(1, [new DueSubscriber(reader.Subscriber.Id, now, $"{local:yyyy-MM-dd}T000000")], OnDemand: true),
                    cancellationToken);
        }

        return HttpResults.SeeOther(request, Addresses.With(Addresses.Welcome, (FieldNames.Token, reader.Token), ("mailed", "yes")));
    }

    /// <summary>The key of that edition is the same however often it is asked for, so it is sent once.</summary>
    private async Task<bool> IsFirstAsync(Reader reader, CancellationToken cancellationToken) =>
        !await deliveries.ListAsync(reader.Subscriber.Id, cancellationToken).AnyAsync(cancellationToken);

    private async Task<WelcomeView> FillAsync(HttpRequest request, WelcomeView view, Reader reader, CancellationToken cancellationToken)
    {
        var first = await look.RunAsync(reader.Subscriber, cancellationToken);
        var cards = first.Picks.Select(p => PaperCardView.Of(p.Paper.Id, p.Paper.Paper) with { Rank = p.Rank, Why = p.Why }).ToList();
        var page = Addresses.With(Addresses.Welcome, (FieldNames.Token, reader.Token));
        return view with
        {
            Papers = await marks.OnAsync(request, cards, cancellationToken, page),
            ToRate = await marks.OnAsync(
                request, [.. first.ToRate.Select(p => PaperCardView.Of(p.Id, p.Paper, summary: 200))], cancellationToken, page),
            IsOnItsWay = request.Query("mailed") == "yes",
            MailToken = reader.Subscriber.State == SubscriberState.Active && await IsFirstAsync(reader,
                cancellationToken) ? reader.Token : null,
            Reason = first.Reason,
            Unmatched = [.. first.Unmatched.Select(t => new UnmatchedTopicView(t.Topic, t.Suggestion))],
        };
    }
}

/// <summary>The page of <see cref="WelcomePages"/>, to come back to after a vote.</summary>
public sealed class WelcomeFunctions(ErrorBoundary boundary, WebPages pages, WelcomePages welcome, Sessions sessions)
{
    [Function(nameof(WelcomeMail))]
    public Task<IActionResult> WelcomeMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "welcome")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Change, async cancellationToken =>
    {
        var form = await request.FormAsync(cancellationToken);
        return await sessions.PostedAsync(request, form, cancellationToken) is { } reader
            ? await welcome.MailAsync(request, reader, cancellationToken)
            : await pages.UnknownReaderAsync(request, form);
    }, cancellationToken);

    [Function(nameof(Welcome))]
    public Task<IActionResult> Welcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "welcome")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
        request.Reader() is { } reader ? await welcome.ShowAsync(request, reader, cancellationToken)
            : await pages.UnknownReaderAsync(request), cancellationToken);
}
