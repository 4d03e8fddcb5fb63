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
    ErrorBoundary boundary, WebPages pages, SubscriberAccount accounts, CastVote votes, LinkSigner signer, SubscriberLinks links)
{
    [Function(nameof(VotePage))]
    public Task<IActionResult> VotePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "vote")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, async cancellationToken =>
    {
        var token = request.Token();
        return signer.Check(token, LinkPurpose.Vote) is { } link
            ? await ShowAsync(request, token, link, request.Query("v") == "down" ? -1 : 1, done: false, cancellationToken)
            : await pages.BadLinkAsync(request);
    }, cancellationToken);

    [Function(nameof(Vote))]
    public Task<IActionResult> Vote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "vote")] HttpRequest request, CancellationToken cancellationToken) =>
            boundary.RunAsync(request, async cancellationToken =>
    {
        if (await pages.BusyAsync(request, Limited.Change) is { } busy)
        {
            return busy;
        }

        var form = await request.FormAsync(cancellationToken);
        var token = request.Token(form);
        if (signer.Check(token, LinkPurpose.Vote) is not { Paper: { } id } link
            || await accounts.FindAsync(link.SubscriberId, cancellationToken) is null
            || await votes.LookAsync(link.SubscriberId, id, cancellationToken) is not { Paper: { } paper })
        {
            return await pages.BadLinkAsync(request);
        }

        if (!int.TryParse(form?.Value(FieldNames.Value), out var value) || value is < -1 or > 1)
        {
            return await pages.BadRequestAsync(request, "A vote is 1, -1, or 0 to take it back.");
        }

        await votes.RunAsync(link.SubscriberId, paper, value, link.EditionDay, cancellationToken);
        return await ShowAsync(request, token, link, value, done: true, cancellationToken);
    }, cancellationToken);

    private async Task<IActionResult> ShowAsync(
        HttpRequest request, string token, LinkToken link, int suggested, bool done, CancellationToken cancellationToken)
    {
        if (link.Paper is not { } id || await accounts.FindAsync(link.SubscriberId, cancellationToken) is null)
        {
            return await pages.BadLinkAsync(request);
        }

        var (paper, current) = await votes.LookAsync(link.SubscriberId, id, cancellationToken);
        return paper is null
            ? await pages.BadLinkAsync(request)
            : await pages.PrivateAsync<Pages.Web.VotePage, VotePageView>(request, new VotePageView(
                pages.Frame(links.Beside(link, LinkPurpose.Manage)), token, PaperCardView.Of(paper.Id, paper.Paper), suggested, current, done));
    }
}
