using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

/// <param name="Title">What the feed is about: the site, or a search.</param>
/// <param name="BaseUrl">Absolute address of the site, without a slash at the end.</param>
/// <param name="Query">The search; empty for all papers.</param>
/// <param name="Papers">Newest first.</param>
/// <param name="Updated">When there is not a paper; else the newest paper says it.</param>
public sealed record FeedView(string Title, string BaseUrl, string Query, IReadOnlyList<StoredPaper> Papers, DateTimeOffset Updated);
