using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>Voting. GET shows the paper with buttons and changes nothing; POST votes.</summary>
public sealed class VoteFunctions(
    ErrorBoundary boundary, WebPages pages, CastVote votes, LinkAuthenticator authenticator, SubscriberLinks links)
{
    [Function(nameof(VotePage))]
    public Task<IActionResult> VotePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "vote")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Page, async cancellationToken =>
    {
        var token = request.Token();
        return await authenticator.OpenAsync(token, LinkPurpose.Vote, cancellationToken) is { } opened
            ? await ShowAsync(request, token, opened.Link, request.Query("v") == "down" ? -1 : 1, done: false, cancellationToken)
            : await pages.BadLinkAsync(request);
    }, cancellationToken);

    [Function(nameof(Vote))]
    public Task<IActionResult> Vote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "vote")] HttpRequest request, CancellationToken cancellationToken) =>
            boundary.RunAsync(request, Limited.Change, async cancellationToken =>
    {
        var form = await request.FormAsync(cancellationToken);
        var token = request.Token(form);
        if (await authenticator.OpenAsync(token, LinkPurpose.Vote, cancellationToken) is not { Link: { Paper: { } id } link }
            || await votes.LookAsync(link.SubscriberId, id, cancellationToken) is not { Paper: { } paper })
        {
            return await pages.BadLinkAsync(request);
        }

        if (!int.TryParse(form?.Value(FieldNames.Value), out var value) || value is < -1 or > 1)
        {
            return await pages.BadRequestAsync(request, "A vote is 1, -1, or 0 to take it back.");
        }

        await votes.RunAsync(link.SubscriberId, paper, value, link.EditionDay, cancellationToken);
        if (form?.Value(FieldNames.Back) is { Length: > 0 } back && Requests.IsOwnPage(back))
        {
            return HttpResults.SeeOther(request, back);
        }

        return await ShowAsync(request, token, link, value, done: true, cancellationToken);
    }, cancellationToken);

    private async Task<IActionResult> ShowAsync(
        HttpRequest request, string token, LinkToken link, int suggested, bool done, CancellationToken cancellationToken)
    {
        var (paper, current) = link.Paper is not { } id ? default : await votes.LookAsync(link.SubscriberId, id, cancellationToken);
        return paper is null
            ? await pages.BadLinkAsync(request)
            : await pages.PrivateAsync<Pages.Web.VotePage, VotePageView>(request, new VotePageView(
                pages.Frame(request, links.Beside(link, LinkPurpose.Manage)), token, PaperCardView.Of(paper.Id, paper.Paper), suggested,
                current, done));
    }
}
