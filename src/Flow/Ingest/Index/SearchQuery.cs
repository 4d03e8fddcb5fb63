using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Index;

/// <summary>What to look for in the index.</summary>
/// <param name="Text">Words and "phrases"; empty for all papers.</param>
/// <param name="Skip">Results to pass over, 0 to 100,000.</param>
/// <param name="Top">Results wanted, 1 to 100.</param>
public sealed record SearchQuery(string Text, int Skip = 0, int Top = 20)
{
    public int? Year { get; init; }

    public string? Category { get; init; }

    public bool? HasCode { get; init; }

    /// <summary>True for newest first; else by relevance.</summary>
    public bool Newest { get; init; }
}

/// <param name="Total">All matches, not just those of this page.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, long Total, SearchFacets Facets);

/// <param name="Highlights">Fragments of title or abstract with the matches between U+0002 and U+0003.</param>
public sealed record SearchHit(PaperId Id, Paper Paper, double Score, IReadOnlyList<string> Highlights);

/// <summary>How many matches each value would leave.</summary>
public sealed record SearchFacets(
    IReadOnlyList<Facet> Years, IReadOnlyList<Facet> Categories, IReadOnlyList<Facet> HasCode)
{
    public static SearchFacets None { get; } = new([], [], []);
}

public sealed record Facet(string Value, long Count);
