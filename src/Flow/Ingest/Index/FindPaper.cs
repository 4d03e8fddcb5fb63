using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Index;

/// <summary>The paper that somebody means: by our id, an address, an arXiv id, a DOI or a title.</summary>
public sealed class FindPaper(IPaperTable papers, IPaperIndex index)
{
    /// <summary>Letters of a title below which a part of it says too little to mean one paper.</summary>
    private const int EnoughOfATitle = 8;

    private const int MostOffers = 5;

    /// <summary>The paper, or those that may be meant where the text is part of several titles or near some.</summary>
    public async Task<FoundPaper> RunAsync(string asked, CancellationToken cancellationToken)
    {
        var text = asked.Trim();
        var names = Names(text);
        var rows = await papers.FindWithTargetsAsync(names, cancellationToken);
        return names.Select(n => PaperNames.Follow(rows, n)).FirstOrDefault(p => p is not null) is { } named
            ? new FoundPaper(named, [])
            : await ByPartOfTitleAsync(text, cancellationToken);
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

    private async Task<FoundPaper> ByPartOfTitleAsync(string text, CancellationToken cancellationToken)
    {
        var key = TitleKey.Of(text);
        if (key.Length == 0)
        {
            return new FoundPaper(null, []);
        }

        try
        {
            var found = await index.SearchAsync(new SearchQuery(text, 0, 10), cancellationToken);
            var near = await papers.ResolveAsync([.. found.Hits.Select(h => h.Id)], cancellationToken);
            var within = near.Where(p => TitleKey.Of(p.Paper.Title).Contains(key, StringComparison.Ordinal)).ToList();
            return within.Count == 1 && key.Length >= EnoughOfATitle
                ? new FoundPaper(within[0], [])
                : new FoundPaper(null, [.. within.Concat(near.Except(within)).Take(MostOffers)]);
        }
        catch (IndexUnavailableException)
        {
            return new FoundPaper(null, []) { OnlyWhole = true };
        }
    }
}

/// <param name="Paper">Null if none is meant for sure.</param>
/// <param name="Near">Papers that may be meant, best first.</param>
public sealed record FoundPaper(StoredPaper? Paper, IReadOnlyList<StoredPaper> Near)
{
    /// <summary>Search was down: only ids and whole titles were looked for.</summary>
    public bool OnlyWhole { get; init; }
}
