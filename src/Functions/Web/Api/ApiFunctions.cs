using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;
using SearchPage = PaperFunctions.Flow.Ingest.Index.SearchPage;

namespace PaperFunctions.Functions.Web.Api;

/// <summary>Papers as JSON for programs, and the document that describes it.</summary>
public sealed class ApiFunctions(
    ErrorBoundary boundary, IPaperIndex index, IPaperTable papers, RequestLimits limits, IOptions<SiteOptions> site)
{
    private const string Json = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new(
        JsonSerializerDefaults.Web)
    { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string BaseUrl => site.Value.BaseUrl.TrimEnd('/');

    [Function(nameof(ApiPapers))]
    public Task<IActionResult> ApiPapers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/papers")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        var (query, fault) = ApiQuery.Read(request);
        if (query is null)
        {
            return Problem(request, StatusCodes.Status400BadRequest, "The request is not understood", fault!);
        }

        try
        {
            return Answer(request, PageOf(query, await index.SearchAsync(query.Search, cancellationToken), request));
        }
        catch (IndexUnavailableException)
        {
            request.HttpContext.Response.Headers.RetryAfter = "60";
            return Problem(request, StatusCodes.Status503ServiceUnavailable, "Search cannot be reached", "Please try again in a minute.");
        }
    }, cancellationToken, TooMany);

    [Function(nameof(ApiOnePaper))]
    public Task<IActionResult> ApiOnePaper(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/papers/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Page, async cancellationToken =>
            PaperId.TryParse(id, out var known) && (await papers.ResolveAsync([known], cancellationToken)).SingleOrDefault() is { } paper
            ? Answer(request, ApiPaper.Of(paper.Id, paper.Paper, BaseUrl))
            : Problem(request, StatusCodes.Status404NotFound, "There is no such paper",
                "An id has 32 hexadecimal digits; searches give it."), cancellationToken, TooMany);

    [Function(nameof(OpenApi))]
    public IActionResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request)
    {
        if (limits.Refuse(request, Limited.File) is { } busy)
        {
            return busy;
        }

        Open(request);
        return HttpResults.Cacheable(request, OpenApiDocument.For(BaseUrl), Json, "public, max-age=300");
    }

    private static IActionResult TooMany(HttpRequest request) =>
        Problem(request, StatusCodes.Status429TooManyRequests, "Too many requests", "Please wait as long as Retry-After says.");

    private ApiPage PageOf(ApiQuery query, SearchPage found, HttpRequest request)
    {
        var next = query.Search.Skip + found.Hits.Count < found.Total && found.Hits.Count > 0
            ? BaseUrl + Addresses.With(
                "/api/papers", request.Query.Where(p => p.Key != "page").Select(p => (p.Key, (string?)p.Value.ToString()))
                    .Append(("page", (query.Page + 1).ToString())))
            : null;
        return new ApiPage(
            query.Search.Text, found.Total, query.Page, query.PageSize,
            [.. found.Hits.Select(h => ApiPaper.Of(h.Id, h.Paper, BaseUrl))], next);
    }

    private static IActionResult Answer<T>(HttpRequest request, T value)
    {
        Open(request);
        return HttpResults.Cacheable(request, JsonSerializer.Serialize(value, Options), Json, "public, max-age=60");
    }

    private static ContentResult Problem(HttpRequest request, int status, string title, string detail)
    {
        Open(request);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return new ContentResult
        {
            Content = JsonSerializer.Serialize(new ApiProblem("about:blank", title, status, detail), Options),
            ContentType = "application/problem+json; charset=utf-8",
            StatusCode = status,
        };
    }

    /// <summary>What is here is for everybody, scripts of other sites included.</summary>
    private static void Open(HttpRequest request)
    {
        HttpResults.Common(request);
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
    }
}
