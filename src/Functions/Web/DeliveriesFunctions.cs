using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Links;
using PaperFunctions.Flow.Readers;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>A reader's editions, and why they are as they are.</summary>
public sealed class DeliveriesFunctions(Edge edge, WebPages pages, DeliveriesViews views, KnownReader known)
{
    [Function(nameof(DeliveriesPage))]
    public Task<IActionResult> DeliveriesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "deliveries")] HttpRequest request, CancellationToken cancellationToken) => edge.RunAsync(request, async cancellationToken =>
    {
        if (await pages.BusyAsync(request, Limited.Search) is { } busy)
        {
            return busy;
        }

        var token = request.Token();
        if (await known.FindAsync(token, LinkPurpose.Manage, cancellationToken) is not { } reader)
        {
            return await pages.BadLinkAsync(request);
        }

        var view = await views.OfAsync(request, reader, token, cancellationToken);
        return view is null
            ? await pages.NotFoundAsync(request, "edition")
            : await pages.PrivateAsync<Pages.Web.DeliveriesPage, DeliveriesView>(request, view);
    }, cancellationToken);
}
