using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>New papers as an Atom feed: all of them, or those that a search finds.</summary>
public sealed class FeedFunctions(
    ErrorBoundary boundary, IPaperIndex index, IPaperTable papers, IOptions<SiteOptions> site)
{
    private const int MaxPapers = 50;

    [Function(nameof(Feed))]
    public Task<IActionResult> Feed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "feed.xml")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        var query = request.Line("q");
        try
        {
            var found = await index.SearchAsync(new SearchQuery(query, 0, MaxPapers) { Newest = true }, cancellationToken);
            var stored = await papers.ResolveAsync([.. found.Hits.Select(h => h.Id)], cancellationToken);
            var title = query.Length == 0 ? $"{site.Value.Name}: new papers" : $"{site.Value.Name}: {query}";
            HttpResults.Common(request);
            return HttpResults.Cacheable(request, FeedWriter.Write(View(title, query, stored)), FeedWriter.ContentType,
                "public, max-age=300");
        }
        catch (IndexUnavailableException)
        {
            request.HttpContext.Response.Headers.RetryAfter = "300";
            return HttpResults.Text(request, Searches.Outage, StatusCodes.Status503ServiceUnavailable);
        }
    }, cancellationToken, HttpResults.TooMany);

    private FeedView View(string title, string query, IReadOnlyList<StoredPaper> papers)
    {
        var self = site.Value.Link(Addresses.With(Addresses.Feed, ("q", query)));
        var page = site.Value.Link(Addresses.With(query.Length > 0 ? Addresses.Search : Addresses.Home, ("q", query)));
        return new FeedView(title, self, self, page, [.. papers.OrderByDescending(p => p.FirstSeen).Select(Entry)],
            DateTimeOffset.UnixEpoch);
    }

    private FeedEntryView Entry(StoredPaper paper) =>
        new(paper, paper.FirstSeen, site.Value.Link(Addresses.Paper(paper.Id)), PaperLinks.ReadOrFind(paper.Paper).Url);
}
