using PaperFunctions.Pages.Text;
using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Api;

/// <summary>A paper as the API gives it; the form is that of <c>Paper</c> in the OpenAPI document.</summary>
internal sealed record ApiPaper(
    string Id,
    string Url,
    string Title,
    string Abstract,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Categories,
    DateOnly? Published,
    string? Venue,
    string? ArxivId,
    string? Doi,
    int? Upvotes,
    string? ReadUrl,
    string? CodeUrl,
    IReadOnlyList<ApiLink> Links)
{
    /// <param name="baseUrl">Address of the site, without a slash at the end.</param>
    public static ApiPaper Of(PaperId id, Paper paper, string baseUrl) => new(
        id.Value,
        baseUrl + Addresses.Paper(id),
        paper.Title,
        paper.Abstract,
        paper.Authors,
        paper.Categories,
        paper.Published,
        paper.Venue,
        paper.ArxivId,
        paper.Doi,
        paper.Upvotes,
        SafeUrl.Of(PaperLinks.Reading(paper)),
        SafeUrl.Of(paper.CodeUrl),
        [.. paper.Links.Where(l => SafeUrl.Of(l.Url) is not null).Select(l => new ApiLink(l.Kind.ToString().ToLowerInvariant(), l.Url))]);
}

internal sealed record ApiLink(string Kind, string Url);

/// <param name="Next">Address of the next page; null on the last one.</param>
internal sealed record ApiPage(string Query, long Total, int Page, int PageSize, IReadOnlyList<ApiPaper> Papers, string? Next);

/// <summary>Problem details, RFC 9457.</summary>
internal sealed record ApiProblem(string Type, string Title, int Status, string Detail);
