namespace PaperFunctions.Pages.Web.Views;

/// <summary>The operator's page.</summary>
public sealed record OperatorView : OperatorPageView
{
    /// <summary>What waits, worst first.</summary>
    public IReadOnlyList<TodoView> Todos { get; init; } = [];

    /// <summary>Null if nothing was counted.</summary>
    public FiguresView? Figures { get; init; }

    /// <summary>Whether today's mails that anybody can ask for are used up.</summary>
    public bool AreMailsSpent { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DigestItemView> Digests { get; init; } = [];

    /// <summary>Digests whose format or entries an operator has to judge, newest first.</summary>
    public IReadOnlyList<DigestItemView> ToDecide { get; init; } = [];

    /// <summary>Names of the formats that a digest can be read as.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>What is fetched by itself, in the order of the setting.</summary>
    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    public LookUpsView LookUps { get; init; } = new([], 0, 0);

    public IReadOnlyList<QueueView> Queues { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OperatorDeliveryView> Deliveries { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BounceView> Bounces { get; init; } = [];
}

/// <param name="Outcome">What the last fetch brought, as a sentence; empty before the first.</param>
/// <param name="DigestId">The digest that was written last; null for none.</param>
/// <param name="Next">When it is fetched next; null while it is paused.</param>
/// <param name="Failures">In a row.</param>
public sealed record SourceView(
    string Name, string Address, DateTimeOffset? LastFetch, string Outcome, string? DigestId, DateTimeOffset? Next, int Failures = 0);

/// <param name="Waiting">Messages, about.</param>
/// <param name="Poison">Messages that failed too often.</param>
public sealed record QueueView(string Name, long Waiting, long Poison);

/// <param name="Who">A subscriber, not the whole address: <c>a***@example.org</c>.</param>
/// <param name="PersonId">Whose it is.</param>
public sealed record OperatorDeliveryView(string Edition, string Who, string State, string? Reason, DateTimeOffset At,
    string PersonId = "");

/// <param name="Kind">"bounce", "dropped", "spam report".</param>
public sealed record BounceView(string Who, string Kind, string Reason, DateTimeOffset At);
