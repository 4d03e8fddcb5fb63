using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web.Api;

/// <summary>A request to <c>/api/papers</c>: every parameter checked, none silently ignored.</summary>
internal sealed record ApiQuery(SearchQuery Search, int Page, int PageSize)
{
    private const int MaxPageSize = 100;
    private const int MaxSkip = 100_000;

    private static readonly string[] Names = ["q", "page", "size", "year", "category", "code", "sort"];

    /// <summary>The query, or one sentence that says what is wrong with it.</summary>
    public static (ApiQuery? Query, string? Fault) Read(HttpRequest request)
    {
        var page = Number(request, "page", 1, MaxSkip, 1);
        var size = Number(request, "size", 1, MaxPageSize, 20);
        var year = Number(request, "year", 1000, 9999, 0);
        var (code, sort) = (request.Query("code"), request.Query("sort"));
        var fault = request.Query.Keys.FirstOrDefault(k => !Names.Contains(k)) is { } unknown
            ? $"There is no parameter \"{Shown(unknown)}\"; there are {string.Join(", ", Names)}."
            : request.Query.FirstOrDefault(p => p.Value.Count > 1).Key is { } twice ? $"\"{twice}\" is given more than once."
            : request.Query("q").Length > FieldLimits.Query ? $"\"q\" has more than {FieldLimits.Query} characters."
            : page is null ? $"\"page\" must be a number from 1 to {MaxSkip}."
            : size is null ? $"\"size\" must be a number from 1 to {MaxPageSize}."
            : year is null ? "\"year\" must be a number of four digits."
            : code is not ("" or "true" or "false") ? "\"code\" must be true or false."
            : sort is not ("" or "relevance" or "newest") ? "\"sort\" must be relevance or newest."
            : (long)(page - 1) * size > MaxSkip ? $"At most {MaxSkip:N0} papers can be passed over; narrow the search instead."
            : null;
        return fault is not null ? (null, fault) : (new ApiQuery(
            new SearchQuery(request.Line("q"), (page!.Value - 1) * size!.Value, size.Value)
            {
                Year = year > 0 ? year : null,
                Category = request.Line("category") is { Length: > 0 } category ? category : null,
                HasCode = code.Length > 0 ? code == "true" : null,
                Newest = sort == "newest",
            },
            page.Value, size.Value), null);
    }

    private static int? Number(HttpRequest request, string name, int least, int most, int otherwise) =>
        request.Query(name) is { Length: > 0 } text ? SignUpForms.Number(text, least, most) : otherwise;

    private static string Shown(string text) => CleanText.Shorten(CleanText.Line(text), 40);
}
