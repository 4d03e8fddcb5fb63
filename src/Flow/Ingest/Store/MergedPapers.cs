using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Papers of several listings, each once, merged by the same rules as in the tables.</summary>
public static class MergedPapers
{
    /// <param name="now">Counts as the time they were first seen.</param>
    /// <returns>In the order in which they first came up.</returns>
    public static IReadOnlyList<StoredPaper> Of(IEnumerable<Paper> papers, DateTimeOffset now)
    {
        var rows = new PaperRows(new Dictionary<PaperId, PaperRow>(), "", now);
        var ids = papers.Select(rows.Take).OfType<PaperId>().ToList();
        return [.. ids.Select(rows.Current).Distinct().Select(id => rows[id])];
    }
}
