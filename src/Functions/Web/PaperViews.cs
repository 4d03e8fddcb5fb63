using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>What a paper's page shows.</summary>
public sealed class PaperViews(IDigestTable digests, SimilarPapers similar)
{
    private const int MaxSimilar = 5;

    /// <summary>Digests named on the page: the one that brought the paper first, and the newest.</summary>
    private const int MaxDigests = 10;

    public async Task<PaperPageView> OfAsync(StoredPaper paper, PageFrame frame, CancellationToken cancellationToken) => new()
    {
        Frame = frame,
        Paper = paper,
        Digests = await DigestsAsync(paper, cancellationToken),
        Similar = await SimilarAsync(paper, cancellationToken),
    };

    private async Task<IReadOnlyList<DigestLinkView>> DigestsAsync(StoredPaper paper, CancellationToken cancellationToken)
    {
        PaperId[] names = [paper.Id, .. paper.FormerIds];
        var shown = paper.Digests.Take(1).Concat(paper.Digests.Skip(1).TakeLast(MaxDigests - 1));
        var found = await Task.WhenAll(shown.Select(async id =>
        {
            if (await digests.FindAsync(id, cancellationToken) is not { Value: var digest })
            {
                return null;
            }

            var entry = await digests.EntriesAsync(digest.ShownListId, cancellationToken)
                .FirstOrDefaultAsync(e => names.Contains(e.Paper), cancellationToken);
            return new DigestLinkView(digest.Id, digest.Name, digest.Receipt.Date, entry?.Rank);
        }));
        return [.. found.OfType<DigestLinkView>()];
    }

    private async Task<IReadOnlyList<PaperCardView>> SimilarAsync(StoredPaper paper, CancellationToken cancellationToken)
    {
        try
        {
            var found = await similar.FindAsync(paper, new SearchQuery("", 0, MaxSimilar + 1), cancellationToken);
            return [.. found.Hits.Take(MaxSimilar).Select(h => PaperCardView.Of(h.Id, h.Paper, 200))];
        }
        catch (IndexUnavailableException)
        {
            return []; // The paper itself is in the tables: its page does not wait for the search.
        }
    }
}
