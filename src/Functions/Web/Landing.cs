using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>What the start page shows: the top of the newest day's digests, and the form.</summary>
public sealed class Landing(WebPages pages, IDigestTable digests, IPaperTable papers)
{
    private const int TopPapers = 5;
    private const int MaxDigests = 5;

    public async Task<LandingView> ViewAsync(HttpRequest request, SignUpForm form, CancellationToken cancellationToken)
    {
        var newest = await digests.ListAsync(cancellationToken).Where(d => d.HasPapers).Take(MaxDigests).ToListAsync(cancellationToken);
        var today = newest.Where(d => DayOf(d) == DayOf(newest[0])).ToList();
        return new LandingView(
            pages.Frame(request), form, [.. (await TopAsync(today, cancellationToken)).Select(p => PaperCardView.Of(p.Id, p.Paper))],
            today.Count > 0 ? DayOf(today[0]) : null, TimeZones.All);
    }

    /// <summary>The first of each digest, then the second of each, each paper once.</summary>
    private async Task<IReadOnlyList<StoredPaper>> TopAsync(IReadOnlyList<Digest> from, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            from.Select(d => digests.EntriesAsync(d.ShownListId, cancellationToken).Take(TopPapers).ToListAsync(cancellationToken).AsTask()));
        var entries = lists.SelectMany(list => list.Select((entry, place) => (entry.Paper, Place: place))).OrderBy(e => e.Place)
            .Select(e => e.Paper);
        return [.. (await papers.ResolveAsync([.. entries.Distinct()], cancellationToken)).DistinctBy(p => p.Id).Take(TopPapers)];
    }

    /// <summary>The day that a digest is of, else the one it came in on.</summary>
    private static DateOnly DayOf(Digest digest) => digest.Receipt.Date ?? DateOnly.FromDateTime(digest.UploadedAt.UtcDateTime);
}
