using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>The papers that a reader was sent as an Atom feed. Its address opens this feed and nothing else, and works until the reader
/// ends all links.</summary>
public sealed class PicksFeedFunctions(
    ErrorBoundary boundary, LinkAuthenticator authenticator, PickedPapers picked, IOptions<SiteOptions> site)
{
    private const int MaxPapers = 100;

    [Function(nameof(PicksFeed))]
    public Task<IActionResult> PicksFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "picks.xml")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        var token = request.Token();
        if (await authenticator.FindAsync(token, LinkPurpose.Feed, cancellationToken) is not { } subscriber)
        {
            return HttpResults.Text(
                request, "This address does not work, or not any more. Your preferences page shows the one of your feed.",
                StatusCodes.Status403Forbidden);
        }

        var picks = await picked.NewestAsync(subscriber.Id, MaxPapers, cancellationToken);
        HttpResults.Common(request);
        return HttpResults.Cacheable(request, FeedWriter.Write(View(subscriber, token, picks)), FeedWriter.ContentType,
            "private, no-cache");
    }, cancellationToken, HttpResults.TooMany);

    private FeedView View(Subscriber subscriber, string token, IReadOnlyList<PickedPaper> picks) => new(
        $"{site.Value.Name}: papers for you", $"urn:uuid:{Guid.ParseExact(subscriber.Id, "N"):D}",
        site.Value.Link(Addresses.With(Addresses.Picks, (FieldNames.Token, token))), site.Value.Link(Addresses.Deliveries),
        [.. picks.Select(Entry)], DateTimeOffset.UnixEpoch);

    private FeedEntryView Entry(PickedPaper pick) => new(
        pick.Paper, pick.At, PaperLinks.ReadOrFind(pick.Paper.Paper).Url,
            site.Value.Link(Addresses.Paper(pick.Paper.Id)))
    { Why = pick.Why };
}
