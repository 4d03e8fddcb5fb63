using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Exports;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>A paper's page, and the paper as a file for reference managers.</summary>
public sealed class PaperPages(
    ErrorBoundary boundary, WebPages pages, PaperViews views, IPaperTable papers, VoteMarks marks)
{
    [Function(nameof(PaperPage))]
    public Task<IActionResult> PaperPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "papers/{id}")] HttpRequest request, string id,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        if (await FindAsync(id, cancellationToken) is not { } paper)
        {
            return await pages.NotFoundAsync(request, "paper");
        }

        if (paper.Id.Value != id)
        {
            return new RedirectResult(Addresses.Paper(paper.Id) + request.QueryString, permanent: false);
        }

        var view = await views.OfAsync(paper, pages.Frame(request), cancellationToken);
        var voted = await marks.OfAsync(request, [paper.Id], cancellationToken);
        return await pages.PublicAsync<Pages.Web.PaperPage, PaperPageView>(request, view with
        {
            Vote = voted.GetValueOrDefault(paper.Id),
            Similar = await marks.OnAsync(request, view.Similar, cancellationToken),
        });
    }, cancellationToken);

    [Function(nameof(PaperFile))]
    public Task<IActionResult> PaperFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "papers/{id}/{format}")] HttpRequest request, string id,
            string format, CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Page, async cancellationToken =>
    {
        if (await FindAsync(id, cancellationToken) is not { } paper)
        {
            return await pages.NotFoundAsync(request, "paper");
        }

        if (ExportFormat.Named(format) is not { } known)
        {
            return await pages.NotFoundAsync(request, "format");
        }

        HttpResults.Common(request);
        request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{paper.Id}.{known.Ending}\"";
        return HttpResults.Cacheable(request, known.Write([paper]), known.ContentType, "no-cache");
    }, cancellationToken);

    private async Task<StoredPaper?> FindAsync(string id, CancellationToken cancellationToken) =>
        PaperId.TryParse(id, out var known) ? (await papers.ResolveAsync([known], cancellationToken)).SingleOrDefault() : null;
}
