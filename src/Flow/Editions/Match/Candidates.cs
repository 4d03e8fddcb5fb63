using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Editions.Match;

/// <summary>The arrivals of a period, prepared for ranking once and shared by all subscribers of a batch.</summary>
/// <param name="From">Arrivals from here on, inclusive.</param>
/// <param name="To">Up to here, exclusive; the cut-off of the editions made from them.</param>
public sealed record Candidates(CandidateSet Set, IReadOnlyList<StoredPaper> Papers, DateTimeOffset From, DateTimeOffset To);
