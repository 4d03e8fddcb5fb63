using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

/// <param name="Title">What the feed is about: the site, or a search.</param>
/// <param name="Id">An absolute address or URN that stays the same.</param>
/// <param name="SelfUrl">Absolute address of the feed.</param>
/// <param name="PageUrl">Absolute address of a page with the same papers.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="Updated">When there is no entry; else the newest entry says it.</param>
public sealed record FeedView(string Title, string Id, string SelfUrl, string PageUrl, IReadOnlyList<FeedEntryView> Entries,
    DateTimeOffset Updated);

/// <param name="At">When the paper came into the feed.</param>
/// <param name="Url">Absolute address that the entry leads to.</param>
/// <param name="OtherUrl">Another page about the paper; null for none.</param>
public sealed record FeedEntryView(StoredPaper Paper, DateTimeOffset At, string Url, string? OtherUrl)
{
    /// <summary>Why it is in the feed; stands before the abstract.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}
