using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

/// <summary>What every page of the operator's has.</summary>
public abstract record OperatorPageView
{
    public required PageFrame Frame { get; init; }

    /// <summary>Where the page was opened, <see cref="Addresses.OperatorByKey"/> or <see cref="Addresses.Operator"/>: its forms go
    /// below.</summary>
    public string Root { get; init; } = Addresses.OperatorByKey;

    /// <summary>The function key that the page was opened with, carried on; null where a login is in force.</summary>
    public string? Key { get; init; }

    /// <summary>What the last form did; null where there was none.</summary>
    public string? Done { get; init; }

    /// <summary>What it could not do.</summary>
    public string? Error { get; init; }

    /// <summary>An address below the operator's page, with the key.</summary>
    public string At(string below, params (string, string?)[] query) => Addresses.With(Root + below, [(FieldNames.Key, Key), .. query]);

    /// <summary>For the page's meta tag: a key in the address goes nowhere.</summary>
    public string Referrer => Key is null ? "same-origin" : "no-referrer";
}

/// <summary>All digests, failed ones included.</summary>
public sealed record OperatorDigestsView : OperatorPageView
{
    /// <summary>Null for all.</summary>
    public DigestState? State { get; init; }

    public IReadOnlyList<DigestItemView> Digests { get; init; } = [];

    /// <summary>Id of the digest that the next page follows on; null on the last.</summary>
    public string? After { get; init; }
}

/// <summary>One digest with its receipt and what can be done about it.</summary>
public sealed record OperatorDigestView : OperatorPageView
{
    public required DigestItemView Digest { get; init; }

    /// <summary>The first entries, where they are stored.</summary>
    public IReadOnlyList<PaperCardView> Papers { get; init; } = [];

    /// <summary>What the likeliest formats make of a file whose format is unclear.</summary>
    public IReadOnlyList<PeekView> Peeks { get; init; } = [];

    /// <summary>Names of the formats that it can be read as.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];
}

/// <param name="Titles">Of the first entries; empty where this format reads none.</param>
public sealed record PeekView(string Format, IReadOnlyList<string> Titles);

/// <summary>Editions that were settled lately, of everybody or of one person.</summary>
public sealed record OperatorDeliveriesView : OperatorPageView
{
    /// <summary>Address of the person, where only theirs are shown.</summary>
    public string? Person { get; init; }

    /// <summary>Id of that person.</summary>
    public string? PersonId { get; init; }

    /// <summary>Null for all.</summary>
    public DeliveryState? State { get; init; }

    public IReadOnlyList<OperatorDeliveryView> Deliveries { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool HasMore { get; init; }
}

/// <summary>Import of people: the form, and what became of the last ones.</summary>
public sealed record ImportsView : OperatorPageView
{
    public ImportForm Form { get; init; } = new();

    /// <summary>IANA time zones to choose from.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ImportView> Imports { get; init; } = [];
}

/// <summary>The import form as it was filled in, or as it starts.</summary>
public sealed record ImportForm(bool Invite = true, string Consent = "", string Topics = "", int Hour = 7, string Zone = "Etc/UTC");

/// <param name="People">Rows that can be added.</param>
/// <param name="Known">People who were here already, and are as they were.</param>
/// <param name="Refused">The first rows that were refused, each with its line.</param>
public sealed record ImportView(
    string Id, DateTimeOffset At, bool Invite, string Consent, int People, int Added, int Known, IReadOnlyList<(int Line,
        string Reason)> Refused, int RefusedCount)
{
    public int Done => Added + Known;

    public bool IsRunning => Done < People;
}
