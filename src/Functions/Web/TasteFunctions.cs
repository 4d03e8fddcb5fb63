using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Links;
using PaperFunctions.Flow.Readers;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web;

/// <summary>A reader's taste, to carry away.</summary>
public sealed class TasteFunctions(Edge edge, WebPages pages, KnownReader known, ReadTaste taste)
{
    [Function(nameof(TasteFile))]
    public Task<IActionResult> TasteFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "taste.json")] HttpRequest request, CancellationToken cancellationToken) => edge.RunAsync(request, async cancellationToken =>
    {
        if (await known.FindAsync(request.Token(), LinkPurpose.Manage, cancellationToken) is not { } reader)
        {
            return await pages.BadLinkAsync(request);
        }

        var content = new MemoryStream();
        await taste.ExportAsync(reader, content, cancellationToken);
        Answers.Common(request);
        request.HttpContext.Response.Headers.CacheControl = SecurityHeaders.PrivateCaching;
        return new FileContentResult(content.ToArray(), "application/json; charset=utf-8") { FileDownloadName = "taste.json" };
    }, cancellationToken);
}
