using System.Text.Json;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>https://api.semanticscholar.org/api-docs/graph: one request a second for those who have a key; all who have none share one
/// limit.</summary>
public sealed class SemanticScholar(CatalogueClient client, IOptions<LookUpOptions> options, TimeProvider clock)
    : Catalogue(client, clock, TimeSpan.FromSeconds(1.1))
{
    private const string Address = "https://api.semanticscholar.org/graph/v1/paper";
    private const string Fields = "title,abstract,authors,year,venue,externalIds,openAccessPdf,publicationDate";

    public override string Name => "semantic-scholar";

    public override string Title => "Semantic Scholar";

    protected override IEnumerable<CatalogueRequest> Requests(IReadOnlyList<Paper> papers)
    {
        var key = ("x-api-key", options.Value.SemanticScholarKey);
        var known = papers.Where(p => p.ArxivId is not null || p.Doi is not null).ToList();
        if (known.Count > 0)
        {
            var ids = known.Select(p => p.ArxivId is { } arxiv ? $"ARXIV:{arxiv}" : $"DOI:{p.Doi}");
            yield return new($"{Address}/batch?fields={Fields}", known)
            {
                Body = JsonSerializer.Serialize(new Dictionary<string, IEnumerable<string>> { ["ids"] = ids }), KeyHeader = key,
            };
        }

        foreach (var paper in Titled(papers.Except(known)))
        {
            yield return new($"{Address}/search?query={Escape(Phrase(paper.Title))}&limit={Answers}&fields={Fields}",
                [paper])
            { KeyHeader = key };
        }
    }
}
