namespace PaperFunctions.Pages.Web.Views;

/// <summary>The page behind the link of the confirmation mail.</summary>
/// <param name="Schedule">"every day at 07:00, Europe/Zurich".</param>
public sealed record ConfirmView(PageFrame Frame, string Token, string Email, IReadOnlyList<string> Topics, string Schedule);

/// <summary>The page behind the unsubscribe link.</summary>
public sealed record UnsubscribeView(PageFrame Frame, string Token, string Email);

/// <summary>The page behind a vote link.</summary>
/// <param name="Suggested">What the link was for: 1 or -1.</param>
/// <param name="Current">The subscriber's vote on this paper; null if there is none.</param>
/// <param name="Done">True when a vote was just cast or taken back.</param>
public sealed record VotePageView(PageFrame Frame, string Token, PaperCardView Paper, int Suggested, int? Current, bool Done);
