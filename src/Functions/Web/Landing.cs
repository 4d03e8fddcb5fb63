using PaperFunctions.Flow.Store;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>What the start page shows: the top of the newest digest, and the form.</summary>
public sealed class Landing(WebPages pages, IDigestTable digests, IPaperTable papers)
{
    private const int TopPapers = 5;

    public async Task<LandingView> ViewAsync(SignUpForm form, CancellationToken cancellation)
    {
        var newest = await digests.ListAsync(cancellation).FirstOrDefaultAsync(d => d.HasPapers, cancellation);
        var entries = newest is null ? [] : await digests.EntriesAsync(newest.ShownListId, cancellation).Take(TopPapers).ToListAsync(cancellation);
        var top = await papers.ResolveAsync([.. entries.Select(e => e.Paper)], cancellation);
        return new LandingView(
            pages.Frame(), form, [.. top.Select(p => PaperCardView.Of(p.Id, p.Paper))],
            newest?.Receipt.Date ?? (newest is null ? null : DateOnly.FromDateTime(newest.UploadedAt.UtcDateTime)), TimeZones.All);
    }
}
