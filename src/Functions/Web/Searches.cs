using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;
using SearchPage = PaperFunctions.Flow.Ingest.Index.SearchPage;

namespace PaperFunctions.Functions.Web;

/// <summary>Runs searches as their addresses say them.</summary>
public sealed class Searches(IPaperIndex index, SimilarPapers similar, IPaperTable papers)
{
    private const int MaxCategory = 100;

    /// <summary>Said where the search service is down.</summary>
    public const string Outage = "Search cannot be reached right now; please try again in a few minutes. Digests and papers can still be read.";

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
    public Task<SearchPage> RunAsync(SearchState state, StoredPaper? like, CancellationToken cancellationToken)
    {
        var query = new SearchQuery(state.Query, (state.Page - 1) * SearchState.PageSize, SearchState.PageSize)
        {
            Year = state.Year is { } year ? int.Parse(year) : null,
            Category = state.Category,
            HasCode = state.HasCode ? true : null,
            Newest = state.Newest,
        };
        return like is null ? index.SearchAsync(query, cancellationToken) : similar.FindAsync(like, query, cancellationToken);
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
