using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Ranking;

namespace PaperFunctions.Functions.Web;

/// <summary>Search, and suggestions while typing.</summary>
public sealed class SearchFunctions(ErrorBoundary boundary, WebPages pages, Searches searches, IPaperIndex index,
    VoteMarks marks, RecentCandidates recent)
{
    private const string Json = "application/json; charset=utf-8";
    private const int MaxSuggestions = 8;

    /// <summary>The service takes 1 to 100 characters.</summary>
    private const int MaxTyped = 100;

    [Function(nameof(SearchPage))]
    public Task<IActionResult> SearchPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "search")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        if (Searches.StateOf(request) is not { } state)
        {
            return await pages.NotFoundAsync(request, "page of results");
        }

        var like = await searches.LikeAsync(state, cancellationToken);
        if (like is null && request.Query("like").Length > 0)
        {
            return await pages.NotFoundAsync(request, "paper");
        }

        try
        {
            var found = await searches.RunAsync(state, like, cancellationToken);
            if (state.Page > 1 && found.Hits.Count == 0)
            {
                return await pages.NotFoundAsync(request, "page of results");
            }

            var view = await searches.WithHelpAsync(Searches.ViewOf(pages.Frame(request), state, like, found), cancellationToken);
            return await pages.PublicAsync<Pages.Web.SearchPage, SearchView>(
                request, view with { Hits = await marks.OnAsync(request, view.Hits, cancellationToken) });
        }
        catch (IndexUnavailableException)
        {
            return await pages.PublicAsync<Pages.Web.SearchPage, SearchView>(
                request, new SearchView { Frame = pages.Frame(request), State = state, Error = Searches.Outage },
                StatusCodes.Status503ServiceUnavailable);
        }
    }, cancellationToken);

    /// <summary>Titles as a JSON array of strings; empty for too little text and while search is down: suggestions are a help.</summary>
    [Function(nameof(Suggest))]
    public Task<IActionResult> Suggest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "suggest")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Suggest, async cancellationToken =>
    {
        var typed = request.Line("q", MaxTyped);
        HttpResults.Common(request);
        try
        {
            var titles = typed.Length < 2 ? [] : await index.SuggestAsync(typed, MaxSuggestions, cancellationToken);
            return HttpResults.Cacheable(request, JsonSerializer.Serialize(titles), Json, "public, max-age=60");
        }
        catch (IndexUnavailableException)
        {
            return None(request, StatusCodes.Status503ServiceUnavailable);
        }
    }, cancellationToken, request => None(request, StatusCodes.Status429TooManyRequests));

    /// <summary>Topics that titles of the last days share and that go on from what was typed, and whether any paper has it.</summary>
    [Function(nameof(SuggestTopics))]
    public Task<IActionResult> SuggestTopics(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "topics")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Suggest, async cancellationToken =>
    {
        HttpResults.Common(request);
        var typed = request.Line("q", FieldLimits.Phrase);
        var set = (await recent.CurrentAsync(cancellationToken)).Set;
        var answer = new TopicAnswer(
            TopicPhrases.Of(set, typed, MaxSuggestions), typed.Length < 2 || set.Finds(typed), Spelling.Respelled(set, typed));
        return HttpResults.Cacheable(request, JsonSerializer.Serialize(answer, JsonSerializerOptions.Web), Json, "public, max-age=60");
    }, cancellationToken, request => None(request, StatusCodes.Status429TooManyRequests));

    /// <param name="Found">Whether a paper of the last days matches.</param>
    /// <param name="Meant">The same as papers spell it; null if every word is known.</param>
    private sealed record TopicAnswer(IReadOnlyList<string> Topics, bool Found, string? Meant);

    private static ContentResult None(HttpRequest request, int status)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return new ContentResult { Content = "[]", ContentType = Json, StatusCode = status };
    }
}
