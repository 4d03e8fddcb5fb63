using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>The archive of digests, and each digest with its receipt.</summary>
public sealed class DigestPages(ErrorBoundary boundary, WebPages pages, IDigestTable digests, IPaperTable papers, VoteMarks marks)
{
    private const int ListSize = 50;
    private const int PageSize = 50;

    [Function(nameof(DigestsPage))]
    public Task<IActionResult> DigestsPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Page, async cancellationToken =>
    {
        var asked = request.Query("after");
        var after = PaperId.TryParse(asked, out _) ? await digests.FindAsync(asked, cancellationToken) : null;
        if (asked.Length > 0 && after is null)
        {
            return await pages.NotFoundAsync(request, "page of digests");
        }

        var found = await digests.ListAsync(after?.Value,
            cancellationToken).Where(IsForReaders).Take(ListSize + 1).ToListAsync(cancellationToken);
        var next = found.Count > ListSize ? Addresses.DigestsAfter(found[ListSize - 1].Id) : null;
        return await pages.PublicAsync<Pages.Web.DigestsPage, DigestListView>(
            request, new DigestListView(pages.Frame(request), [.. found.Take(ListSize).Select(ItemOf)], next, IsFirst: after is null));
    }, cancellationToken);

    [Function(nameof(DigestPage))]
    public Task<IActionResult> DigestPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests/{id}")] HttpRequest request, string id,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Page, async cancellationToken =>
    {
        var page = request.Page();
        return page > 0 && PaperId.TryParse(id, out _)
            && await digests.FindAsync(id, cancellationToken) is { Value: var digest } && IsForReaders(digest)
            && await ViewAsync(request, digest, page, cancellationToken) is { } view
            ? await pages.PublicAsync<Pages.Web.DigestPage, DigestPageView>(request, view)
            : await pages.NotFoundAsync(request, "digest");
    }, cancellationToken);

    /// <summary>What could not be read, or waits for the operator, is nobody else's: not even its name.</summary>
    internal static bool IsForReaders(Digest digest) =>
        digest.HasPapers || (digest.State == DigestState.Reading && digest.PreviousListId is not null);

    internal static DigestItemView ItemOf(Digest digest) => new()
    {
        Id = digest.Id,
        Name = digest.Name,
        State = digest.State,
        UploadedAt = digest.UploadedAt,
        Receipt = digest.Receipt,
        NewPapers = digest.NewPapers,
        SeenAs = digest.SeenAs,
        WaitsAgain = digest.AgainAskedAt is not null,
    };

    /// <summary>A page holds the entries of <see cref="PageSize"/> ranks; null beyond the last one.</summary>
    private async Task<DigestPageView?> ViewAsync(HttpRequest request, Digest digest, int page, CancellationToken cancellationToken)
    {
        var (after, upTo) = ((page - 1) * PageSize, page * PageSize);
        var entries = await digests.EntriesAsync(digest.ShownListId, after, cancellationToken).TakeWhile(e => e.Rank <= upTo + 1)
            .ToListAsync(cancellationToken);
        var pagesKnown = (digest.Receipt.Entries + PageSize - 1) / PageSize;
        var last = Math.Max(1, Math.Max(pagesKnown, entries.Any(e => e.Rank > upTo) ? page + 1 : entries.Count > 0 ? page : 0));
        if (page > last)
        {
            return null;
        }

        var cards = await CardsAsync([.. entries.Where(e => e.Rank <= upTo)], cancellationToken);
        return new DigestPageView(
            pages.Frame(request), ItemOf(digest), await marks.OnAsync(request, cards, cancellationToken), page, last);
    }

    private async Task<IReadOnlyList<PaperCardView>> CardsAsync(IReadOnlyList<DigestEntry> entries, CancellationToken cancellationToken)
    {
        var rows = await papers.FindWithTargetsAsync(entries.Select(e => e.Paper), cancellationToken);
        return [.. entries.Select(e => (Entry: e, Paper: PaperNames.Follow(rows, e.Paper))).Where(p => p.Paper is not null)
            .Select(p => PaperCardView.Of(p.Paper!.Id, p.Paper.Paper) with { Rank = p.Entry.Rank })];
    }
}
