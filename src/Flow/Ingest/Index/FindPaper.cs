using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Index;

/// <summary>The paper that somebody means: by our id, an address, an arXiv id, a DOI or a title.</summary>
public sealed class FindPaper(IPaperTable papers, IPaperIndex index)
{
    /// <summary>Letters of a title below which a part of it says too little.</summary>
    private const int EnoughOfATitle = 8;

    /// <returns>Null where no digest has brought such a paper.</returns>
    public async Task<StoredPaper?> RunAsync(string asked, CancellationToken cancellationToken)
    {
        var text = asked.Trim();
        var names = Names(text);
        var rows = await papers.FindWithTargetsAsync(names, cancellationToken);
        return names.Select(n => PaperNames.Follow(rows, n)).FirstOrDefault(p => p is not null)
            ?? await ByPartOfTitleAsync(text, cancellationToken);
    }

    private static List<PaperId> Names(string text)
    {
        var names = new List<PaperId>();
        if (PaperId.TryParse(text.Split('?')[0].TrimEnd('/').Split('/')[^1], out var own))
        {
            names.Add(own);
        }

        var ids = default(KnownIds).WithField(text).WithLink(text);
        var named = new Paper { Title = text, ArxivId = ids.Arxiv, Doi = ids.Doi };
        return [.. names, .. PaperKey.Of(named).Select(k => k.ToId())];
    }

    private async Task<StoredPaper?> ByPartOfTitleAsync(string text, CancellationToken cancellationToken)
    {
        var key = TitleKey.Of(text);
        if (key.Length < EnoughOfATitle)
        {
            return null;
        }

        try
        {
            var found = await index.SearchAsync(new SearchQuery(text, 0, 10), cancellationToken);
            PaperId[] hits = [.. found.Hits.Where(h => TitleKey.Of(h.Paper.Title).Contains(key, StringComparison.Ordinal))
                .Select(h => h.Id)];
            return await papers.ResolveAsync(hits, cancellationToken) is [var first, ..] ? first : null;
        }
        catch (IndexUnavailableException)
        {
            return null; // Whole titles and ids are found without the index.
        }
    }
}
