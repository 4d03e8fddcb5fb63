using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

/// <summary>The operator's list of subscribers.</summary>
public sealed record PeopleView : OperatorPageView
{
    /// <summary>What addresses are searched for; empty for all.</summary>
    public string Query { get; init; } = "";

    /// <summary>Null for all states.</summary>
    public SubscriberState? State { get; init; }

    /// <summary>People in each state, whatever is searched for.</summary>
    public IReadOnlyList<(SubscriberState State, int Count)> Counts { get; init; } = [];

    /// <summary>People found, on all pages.</summary>
    public int Total { get; init; }

    /// <summary>Those of this page, newest first.</summary>
    public IReadOnlyList<PersonView> People { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Pages { get; init; } = 1;
}

/// <param name="Last">Key and outcome of the last edition: "2031-05-14, sent"; empty where there was none.</param>
/// <param name="LastKey">Its key alone; null where there was none.</param>
/// <param name="PausedUntil">The first day with mail again, where that is still to come.</param>
public sealed record PersonView(
    string Id, string Email, SubscriberState State, string Last, DateTimeOffset? NextDue, DateOnly? PausedUntil, DateTimeOffset CreatedAt,
        string? LastKey = null, string Consent = "");
