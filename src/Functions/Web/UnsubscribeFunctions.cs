using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>Leaving. GET shows a page, since scanners follow links; POST acts at once (RFC 8058: no cookie, no redirect).</summary>
public sealed class UnsubscribeFunctions(
    ErrorBoundary boundary, WebPages pages, SubscriberAccount accounts, LinkSigner signer, SubscriberLinks links)
{
    [Function(nameof(UnsubscribePage))]
    public Task<IActionResult> UnsubscribePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "unsubscribe")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Page, async cancellationToken =>
    {
        var token = request.Token();
        return signer.Check(token, LinkPurpose.Unsubscribe) is { } link
            && await accounts.FindAsync(link.SubscriberId, cancellationToken) is { } subscriber
            ? await pages.PrivateAsync<Pages.Web.UnsubscribePage,
                UnsubscribeView>(request,
                new UnsubscribeView(pages.Frame(request, links.Beside(link, LinkPurpose.Manage)), token, subscriber.Email))
            : await pages.BadLinkAsync(request);
    }, cancellationToken);

    [Function(nameof(Unsubscribe))]
    public Task<IActionResult> Unsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "unsubscribe")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Never, async cancellationToken =>
    {
        // A mail program asks for silence and reads no page: it is given nothing that opens more.
        // The body is read as multipart or urlencoded; without a readable one the address alone decides.
        var form = await request.FormAsync(cancellationToken);
        var oneClick = form?.Value("List-Unsubscribe") == "One-Click";
        return signer.Check(request.Token(), LinkPurpose.Unsubscribe) is { } link
            && await accounts.UnsubscribeAsync(link.SubscriberId, goodbye: !oneClick, cancellationToken) is not null
            ? await pages.MessageAsync(
                request, Messages.Unsubscribed(pages.Frame(request, oneClick ? null : links.Beside(link, LinkPurpose.Manage))))
            : await pages.BadLinkAsync(request);
    }, cancellationToken);
}
