using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;
using SearchPage = PaperFunctions.Flow.Ingest.Index.SearchPage;

namespace PaperFunctions.Functions.Web;

/// <summary>Runs searches as their addresses say them.</summary>
public sealed class Searches(IPaperIndex index, SimilarPapers similar, IPaperTable papers, RecentCandidates recent)
{
    private const int MaxCategory = 100;

    /// <summary>Further on a list of similar papers nothing is similar.</summary>
    private const int MaxSimilar = SearchState.PageSize;

    /// <summary>Said where the search service is down.</summary>
    public const string Outage =
        "Search cannot be reached right now; please try again in a few minutes. Digests and papers can still be read.";

    /// <summary>What the address asks for; null where it has no such page.</summary>
    public static SearchState? StateOf(HttpRequest request)
    {
        var year = request.Line("year", 4);
        return request.Page(SearchState.MaxPage) is > 0 and var page ? new SearchState
        {
            Query = request.Line("q"),
            Like = PaperId.TryParse(request.Line("like", 32), out var like) ? like : null,
            Year = SignUpForms.Number(year, 1000, 9999) is null ? null : year,
            Category = request.Line("category", MaxCategory) is { Length: > 0 } category ? category : null,
            HasCode = request.Query("code") == "true",
            Newest = request.Query("sort") == "newest",
            Page = page,
        } : null;
    }

    /// <summary>The paper that others shall be like.</summary>
    public async Task<StoredPaper?> LikeAsync(SearchState state, CancellationToken cancellationToken) =>
        state.Like is { } id ? (await papers.ResolveAsync([id], cancellationToken)).SingleOrDefault() : null;

    /// <exception cref="IndexUnavailableException">Search is down.</exception>
    public async Task<SearchPage> RunAsync(SearchState state, StoredPaper? like, CancellationToken cancellationToken)
    {
        var query = new SearchQuery(state.Query, (state.Page - 1) * SearchState.PageSize, SearchState.PageSize)
        {
            Year = state.Year is { } year ? int.Parse(year) : null,
            Category = state.Category,
            HasCode = state.HasCode ? true : null,
            Newest = state.Newest,
        };
        return like is null ? await index.SearchAsync(query, cancellationToken) : await SimilarAsync(like, query, cancellationToken);
    }

    /// <summary>One page at most, without values to filter by: they would count papers that are not shown.</summary>
    private async Task<SearchPage> SimilarAsync(StoredPaper like, SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.Skip > 0)
        {
            return new SearchPage([], 0, SearchFacets.None);
        }

        var found = await similar.FindAsync(like, query with { Top = MaxSimilar + 1 }, cancellationToken);
        List<SearchHit> hits = [.. found.Hits.Take(MaxSimilar)];
        return new SearchPage(hits, hits.Count, SearchFacets.None);
    }

    /// <summary>Other ways to write the search, as the papers of the last days write it.</summary>
    public async Task<SearchView> WithHelpAsync(SearchView view, CancellationToken cancellationToken)
    {
        var state = view.State;
        if (state.Query.Length == 0 || state.Like is not null || state.Page > 1)
        {
            return view;
        }

        var set = (await recent.CurrentAsync(cancellationToken)).Set;
        return view with
        {
            Respelled = Spelling.Respelled(set, state.Query) is { } spelled ? state with { Query = spelled } : null,
            SameMeaning = [.. Spelling.SameMeaning(set, state.Query).Select(q => state with { Query = q })],
        };
    }

    public static SearchView ViewOf(PageFrame frame, SearchState state, StoredPaper? like, SearchPage found) => new()
    {
        Frame = frame,
        State = state,
        Like = like is null ? null : PaperCardView.Of(like.Id, like.Paper),
        Total = found.Total,
        Hits = [.. found.Hits.Select(Card)],
        Years = [.. found.Facets.Years.OrderByDescending(f => f.Value, StringComparer.Ordinal)
            .Select(f => new FacetValue(f.Value, f.Count))],
        Categories = [.. found.Facets.Categories.Select(f => new FacetValue(f.Value, f.Count))],
        WithCode = found.Facets.HasCode.FirstOrDefault(f => string.Equals(f.Value, "true", StringComparison.OrdinalIgnoreCase))?.Count,
    };

    /// <summary>A title that matches comes whole, with its matches marked; what is left are parts of the abstract.</summary>
    private static PaperCardView Card(SearchHit hit)
    {
        var title = hit.Highlights.FirstOrDefault(h => Plain(h) == hit.Paper.Title);
        return PaperCardView.Of(hit.Id, hit.Paper) with
        {
            Title = title ?? hit.Paper.Title,
            Fragments = [.. hit.Highlights.Where(h => h != title && !hit.Paper.Title.Contains(Plain(h), StringComparison.Ordinal))],
        };
    }

    private static string Plain(string marked) =>
        marked.Replace($"{PaperCardView.MarkStart}", "", StringComparison.Ordinal)
            .Replace($"{PaperCardView.MarkEnd}", "", StringComparison.Ordinal);
}
