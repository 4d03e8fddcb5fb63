using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>A subscriber's editions, and why they are as they are.</summary>
public sealed class DeliveriesFunctions(ErrorBoundary boundary, WebPages pages, DeliveriesViews views)
{
    [Function(nameof(DeliveriesPage))]
    public Task<IActionResult> DeliveriesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "deliveries")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        if (request.Reader() is not { } reader)
        {
            return await pages.UnknownReaderAsync(request);
        }

        var view = await views.OfAsync(request, reader.Subscriber, reader.Token, cancellationToken);
        return view is null
            ? await pages.NotFoundAsync(request, "edition")
            : await pages.PrivateAsync<Pages.Web.DeliveriesPage, DeliveriesView>(request, view);
    }, cancellationToken);
}
