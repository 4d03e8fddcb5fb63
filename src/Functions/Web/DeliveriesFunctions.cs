using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>A subscriber's editions, and why they are as they are.</summary>
public sealed class DeliveriesFunctions(ErrorBoundary boundary, WebPages pages, DeliveriesViews views, LinkAuthenticator authenticator)
{
    [Function(nameof(DeliveriesPage))]
    public Task<IActionResult> DeliveriesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "deliveries")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, async cancellationToken =>
    {
        if (await pages.BusyAsync(request, Limited.Search) is { } busy)
        {
            return busy;
        }

        var token = request.Token();
        if (await authenticator.FindAsync(token, LinkPurpose.Manage, cancellationToken) is not { } subscriber)
        {
            return await pages.BadLinkAsync(request);
        }

        var view = await views.OfAsync(request, subscriber, token, cancellationToken);
        return view is null
            ? await pages.NotFoundAsync(request, "edition")
            : await pages.PrivateAsync<Pages.Web.DeliveriesPage, DeliveriesView>(request, view);
    }, cancellationToken);
}
