using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>https://info.arxiv.org/help/api/user-manual.html: one request every three seconds, several titles in one.</summary>
public sealed class Arxiv(CatalogueClient client, TimeProvider clock) : Catalogue(client, clock, TimeSpan.FromSeconds(3))
{
    private const string Address = "https://export.arxiv.org/api/query";
    private const int TitlesARequest = 8;

    public override string Name => "arxiv";

    public override string Title => "arXiv";

    protected override IEnumerable<CatalogueRequest> Requests(IReadOnlyList<Paper> papers)
    {
        var known = papers.Where(p => p.ArxivId is not null).ToList();
        if (known.Count > 0)
        {
            yield return new($"{Address}?id_list={Escape(string.Join(',', known.Select(p => p.ArxivId)))}&max_results={known.Count}",
                known);
        }

        foreach (var titles in Titled(papers.Except(known)).Chunk(TitlesARequest))
        {
            var query = string.Join(" OR ", titles.Select(p => $"ti:\"{Phrase(p.Title)}\""));
            yield return new($"{Address}?search_query={Escape(query)}&max_results={Answers * titles.Length}", titles);
        }
    }
}
