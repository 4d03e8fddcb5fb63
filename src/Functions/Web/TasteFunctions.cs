using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web;

/// <summary>A subscriber's taste, to carry away.</summary>
public sealed class TasteFunctions(ErrorBoundary boundary, WebPages pages, LinkAuthenticator authenticator, ReadTaste taste)
{
    [Function(nameof(TasteFile))]
    public Task<IActionResult> TasteFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "taste.json")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, async cancellationToken =>
    {
        if (await authenticator.FindAsync(request.Token(), LinkPurpose.Manage, cancellationToken) is not { } subscriber)
        {
            return await pages.BadLinkAsync(request);
        }

        var content = new MemoryStream();
        await taste.ExportAsync(subscriber, content, cancellationToken);
        HttpResults.Common(request);
        request.HttpContext.Response.Headers.CacheControl = SecurityHeaders.PrivateCaching;
        return new FileContentResult(content.ToArray(), "application/json; charset=utf-8") { FileDownloadName = "taste.json" };
    }, cancellationToken);
}
