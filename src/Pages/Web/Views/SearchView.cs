using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

public sealed record SearchView
{
    public required PageFrame Frame { get; init; }

    public required SearchState State { get; init; }

    /// <summary>The paper that others shall be like; null for an ordinary search.</summary>
    public PaperCardView? Like { get; init; }

    public long Total { get; init; }

    public IReadOnlyList<PaperCardView> Hits { get; init; } = [];

    public IReadOnlyList<FacetValue> Years { get; init; } = [];

    public IReadOnlyList<FacetValue> Categories { get; init; } = [];

    /// <summary>Matches with a link to code; null if the service did not say.</summary>
    public long? WithCode { get; init; }

    /// <summary>The same search spelled as papers spell it; null if every word is known.</summary>
    public SearchState? Respelled { get; init; }

    /// <summary>Searches for what papers call the same.</summary>
    public IReadOnlyList<SearchState> SameMeaning { get; init; } = [];

    /// <summary>One sentence where the search could not be run; else null.</summary>
    public string? Error { get; init; }
}

/// <param name="Count">Matches that have it.</param>
public sealed record FacetValue(string Value, long Count);

/// <summary>A search as its address says it.</summary>
public sealed record SearchState
{
    public const int PageSize = 20;

    /// <summary>The search service passes over at most 100,000 results.</summary>
    public const int MaxPage = 100_000 / PageSize;

    public string Query { get; init; } = "";

    public PaperId? Like { get; init; }

    public string? Year { get; init; }

    public string? Category { get; init; }

    public bool HasCode { get; init; }

    public bool Newest { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public string Address => Addresses.With(
        Addresses.Search,
        ("q", Query), ("like", Like?.Value), ("year", Year), ("category", Category), ("code", HasCode ? "true" : null),
        ("sort", Newest ? "newest" : null), ("page", Page > 1 ? Page.ToString() : null));
}
