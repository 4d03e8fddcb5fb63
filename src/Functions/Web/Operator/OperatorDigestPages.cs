using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>All digests for the operator, the failed ones included, and each with what can be done about it.</summary>
public sealed class OperatorDigestPages(WebPages pages, IDigestTable digests, IPaperTable papers, PeekDigest peek)
{
    private const int PageSize = 50;
    private const int Entries = 10;

    /// <summary>Digests among which those of a state are looked for, on one page.</summary>
    private const int MaxLooked = 1_000;

    public async Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        DigestState? state = Enum.TryParse<DigestState>(request.Query("state"), out var one) && Enum.IsDefined(one) ? one : null;
        var asked = request.Query("after");
        var after = PaperId.TryParse(asked, out _) ? (await digests.FindAsync(asked, cancellationToken))?.Value : null;
        var looked = await digests.ListAsync(after, cancellationToken).Take(MaxLooked).ToListAsync(cancellationToken);
        var found = looked.Where(d => state is null || d.State == state).Take(PageSize + 1).ToList();
        var last = found.Count > PageSize ? found[PageSize - 1] : looked.Count == MaxLooked ? looked[^1] : null;
        return await pages.PrivateAsync<OperatorDigestsPage, OperatorDigestsView>(request, new OperatorDigestsView
        {
            Frame = pages.Frame(request), Root = OperatorPages.RootOf(request), Key = OperatorPages.KeyOf(request), State = state,
            After = last?.Id,
            Digests = [.. found.Take(PageSize).Select(DigestPages.ItemOf)], Done = OperatorPages.Said(request),
        });
    }

    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var id = request.Query(FieldNames.Target);
        if (!PaperId.TryParse(id, out _) || await digests.FindAsync(id, cancellationToken) is not { Value: var digest })
        {
            return await pages.NotFoundAsync(request, "digest");
        }

        var first = await digests.EntriesAsync(digest.ShownListId, cancellationToken).Take(Entries).ToListAsync(cancellationToken);
        var rows = await papers.FindWithTargetsAsync(first.Select(e => e.Paper), cancellationToken);
        var peeks = digest.State == DigestState.Quarantined ? await peek.RunAsync(digest, cancellationToken) : [];
        return await pages.PrivateAsync<OperatorDigestPage, OperatorDigestView>(request, new OperatorDigestView
        {
            Frame = pages.Frame(request), Root = OperatorPages.RootOf(request), Key = OperatorPages.KeyOf(request),
            Done = OperatorPages.Said(request),
            Digest = DigestPages.ItemOf(digest), Formats = OperatorPages.FormatNames,
            Peeks = [.. peeks.Select(p => new PeekView(p.Format, p.Titles))],
            Papers =
            [
                .. first.Select(e => (Entry: e, Paper: PaperNames.Follow(rows, e.Paper))).Where(p => p.Paper is not null)
                    .Select(p => PaperCardView.Of(p.Paper!.Id, p.Paper.Paper) with { Rank = p.Entry.Rank }),
            ],
        });
    }
}
