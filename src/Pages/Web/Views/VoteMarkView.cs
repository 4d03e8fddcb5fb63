namespace PaperFunctions.Pages.Web.Views;

/// <summary>A reader's vote on a paper, and what it takes to change it.</summary>
/// <param name="Token">For a vote by this reader on this paper.</param>
/// <param name="Current">1 or -1; null if there is none.</param>
/// <param name="Page">Address of the page, to come back to after the vote.</param>
/// <param name="Place">Id of the paper's place on that page.</param>
public sealed record VoteMarkView(string Token, int? Current, string Page, string Place);
