namespace PaperFunctions.Pages.Web.Views;

/// <summary>The operator's page.</summary>
public sealed record OperatorView
{
    public required PageFrame Frame { get; init; }

    /// <summary>Where the page was opened, <see cref="Addresses.OperatorByKey"/> or <see cref="Addresses.Operator"/>: its forms go
    /// below.</summary>
    public string Root { get; init; } = Addresses.OperatorByKey;

    /// <summary>The function key that the page was opened with, carried on; null where a login is in force.</summary>
    public string? Key { get; init; }

    /// <summary>What the last form did; null where there was none.</summary>
    public string? Done { get; init; }

    /// <summary>What the last form could not do.</summary>
    public string? Error { get; init; }

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

    public IReadOnlyList<QueueView> Queues { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OperatorDeliveryView> Deliveries { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BounceView> Bounces { get; init; } = [];
}

/// <param name="Outcome">What the last fetch brought, as a sentence; empty before the first.</param>
/// <param name="DigestId">The digest that was written last; null for none.</param>
/// <param name="Next">When it is fetched next; null while it is paused.</param>
public sealed record SourceView(string Name, string Address, DateTimeOffset? LastFetch, string Outcome, string? DigestId,
    DateTimeOffset? Next);

/// <param name="Waiting">Messages, about.</param>
/// <param name="Poison">Messages that failed too often.</param>
public sealed record QueueView(string Name, long Waiting, long Poison);

/// <param name="Who">A subscriber, not the whole address: <c>a***@example.org</c>.</param>
public sealed record OperatorDeliveryView(string Edition, string Who, string State, string? Reason, DateTimeOffset At);

/// <param name="Kind">"bounce", "dropped", "spam report".</param>
public sealed record BounceView(string Who, string Kind, string Reason, DateTimeOffset At);
