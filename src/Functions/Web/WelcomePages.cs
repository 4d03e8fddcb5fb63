using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>The first minute: what the new reader's edition would hold now.</summary>
public sealed class WelcomePages(WebPages pages, FirstLook look, VoteMarks marks)
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

    private async Task<WelcomeView> FillAsync(HttpRequest request, WelcomeView view, Reader reader, CancellationToken cancellationToken)
    {
        var first = await look.RunAsync(reader.Subscriber, cancellationToken);
        var cards = first.Picks.Select(p => PaperCardView.Of(p.Paper.Id, p.Paper.Paper) with { Rank = p.Rank, Why = p.Why }).ToList();
        var page = Addresses.With(Addresses.Welcome, (FieldNames.Token, reader.Token));
        return view with
        {
            Papers = await marks.OnAsync(request, cards, cancellationToken, page),
            Reason = first.Reason,
            Unmatched = [.. first.Unmatched.Select(t => new UnmatchedTopicView(t.Topic, t.Suggestion))],
        };
    }
}

/// <summary>The page of <see cref="WelcomePages"/>, to come back to after a vote.</summary>
public sealed class WelcomeFunctions(ErrorBoundary boundary, WebPages pages, WelcomePages welcome)
{
    [Function(nameof(Welcome))]
    public Task<IActionResult> Welcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "welcome")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
        request.Reader() is { } reader ? await welcome.ShowAsync(request, reader, cancellationToken)
            : await pages.UnknownReaderAsync(request), cancellationToken);
}
