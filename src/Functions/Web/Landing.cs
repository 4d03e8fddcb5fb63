using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Functions.Web;

/// <summary>What the start page shows: the top of the newest day's digests, and the form.</summary>
public sealed class Landing(WebPages pages, IDigestTable digests, IPaperTable papers, RecentCandidates recent, TimeProvider clock)
{
    private const int TopPapers = 5;
    private const int MaxDigests = 5;
    private const int Topics = 24;

    /// <summary>The newest uploads, among which the newest day is looked for.</summary>
    private const int MaxLooked = 30;

    public async Task<LandingView> ViewAsync(HttpRequest request, SignUpForm form, CancellationToken cancellationToken)
    {
        var today = await NewestAsync(cancellationToken);
        return new LandingView(
            pages.Frame(request), form, [.. (await TopAsync(today, cancellationToken)).Select(p => PaperCardView.Of(p.Id, p.Paper))],
            today.Count > 0 ? DayOf(today[0]) : null, TimeZones.All)
        {
            Topics = await TopicsAsync(cancellationToken),
        };
    }

    /// <summary>An extra: the page does not wait long for it, and what is being prepared is there for the next one.</summary>
    private async Task<IReadOnlyList<string>> TopicsAsync(CancellationToken cancellationToken)
    {
        var preparing = recent.CurrentAsync(CancellationToken.None);
        await Task.WhenAny(preparing, Task.Delay(TimeSpan.FromSeconds(1), cancellationToken));
        return preparing.IsCompletedSuccessfully ? TopicPhrases.Of((await preparing).Set, "", Topics) : [];
    }

    private async Task<IReadOnlyList<Digest>> NewestAsync(CancellationToken cancellationToken)
    {
        var tomorrow = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1); // already somewhere on Earth
        return OfNewestDay(await digests.ListAsync(cancellationToken).Where(d => d.HasPapers && DayOf(d) <= tomorrow).Take(MaxLooked)
            .ToListAsync(cancellationToken));
    }

    /// <summary>The digests of the newest day that any is of. A page that is dropped again says an old day; one that says none and brings
    /// nothing new counts only if there is no other.</summary>
    /// <param name="all">Newest upload first.</param>
    internal static IReadOnlyList<Digest> OfNewestDay(IReadOnlyList<Digest> all)
    {
        var fresh = all.Where(d => d.Receipt.Date is not null || d.NewPapers > 0).ToList();
        var from = fresh.Count > 0 ? fresh : all;
        return from.Count == 0 ? [] : [.. from.Where(d => DayOf(d) == from.Max(DayOf)).Take(MaxDigests)];
    }

    /// <summary>The first of each digest, then the second of each, each paper once.</summary>
    private async Task<IReadOnlyList<StoredPaper>> TopAsync(IReadOnlyList<Digest> from, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            from.Select(d => digests.EntriesAsync(d.ShownListId, cancellationToken).Take(TopPapers).ToListAsync(cancellationToken)
                .AsTask()));
        var entries = lists.SelectMany(list => list.Select((entry, place) => (entry.Paper, Place: place))).OrderBy(e => e.Place)
            .Select(e => e.Paper);
        var found = await papers.ResolveAsync([.. entries.Distinct()], cancellationToken);
        return [.. found.DistinctBy(p => p.WorkKey()).Take(TopPapers)];
    }

    /// <summary>The day that a digest is of, else the one it came in on.</summary>
    private static DateOnly DayOf(Digest digest) => digest.Receipt.Date ?? DateOnly.FromDateTime(digest.UploadedAt.UtcDateTime);
}
