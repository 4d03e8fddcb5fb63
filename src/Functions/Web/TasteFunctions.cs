using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web;

/// <summary>All that is kept of a subscriber, to carry away.</summary>
public sealed class TasteFunctions(ErrorBoundary boundary, WebPages pages, ExportAccount export, TimeProvider clock)
{
    [Function(nameof(TasteFile))]
    public Task<IActionResult> TasteFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "taste.json")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        if (request.Reader() is not { } reader)
        {
            return await pages.UnknownReaderAsync(request);
        }

        if (!reader.IsFresh(clock))
        {
            return await pages.NewerLinkAsync(request, reader, "Exporting your taste");
        }

        var content = new MemoryStream();
        await export.RunAsync(reader.Subscriber, content, cancellationToken);
        HttpResults.Common(request);
        request.HttpContext.Response.Headers.CacheControl = SecurityHeaders.PrivateCaching;
        return new FileContentResult(content.ToArray(), "application/json; charset=utf-8") { FileDownloadName = "taste.json" };
    }, cancellationToken);
}
