using PaperFunctions.Flow.Ingest.Statistics;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Ingest.Index;

/// <summary>Papers like one: a search for any of its most telling words, best match first.</summary>
/// <remarks>The index knows how rare each word is and weighs it so; a paper that shares many of the words comes first.</remarks>
public sealed class SimilarPapers(IPaperIndex index, CorpusModels models)
{
    /// <summary>More words find no better likes and cost more.</summary>
    private const int Words = 12;

    /// <param name="query">Page and filters; its text is not used.</param>
    /// <exception cref="IndexUnavailableException">Search is down.</exception>
    public async Task<SearchPage> FindAsync(StoredPaper paper, SearchQuery query, CancellationToken cancellationToken)
    {
        var words = KeyTerms.Of(paper.Paper, Words, await models.CurrentAsync(cancellationToken));
        if (words.Count == 0)
        {
            return new SearchPage([], 0, SearchFacets.None);
        }

        var found = await index.SearchAsync(query with { Text = string.Join(" | ", words) }, cancellationToken);
        return found with
        {
            Hits = [.. found.Hits.Where(h => h.Id != paper.Id && !paper.FormerIds.Contains(h.Id))],
            Total = Math.Max(0, found.Total - 1)
        };
    }
}
