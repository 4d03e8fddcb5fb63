using Microsoft.Extensions.Options;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>https://developers.openalex.org/api-reference/authentication: a free key allows 1,000 searches a day, a tenth of it without
/// one. One request a second, far below what is allowed.</summary>
public sealed class OpenAlex(CatalogueClient client, IOptions<LookUpOptions> options, TimeProvider clock)
    : Catalogue(client, clock, TimeSpan.FromSeconds(1))
{
    private const string Address = "https://api.openalex.org/works";

    /// <summary>What arXiv registers its papers under; OpenAlex knows them by that.</summary>
    private const string ArxivDoi = "10.48550/arxiv.";

    public override string Name => "openalex";

    public override string Title => "OpenAlex";

    private string Rest =>
        (options.Value.OpenAlexKey is { Length: > 0 } key ? $"&api_key={Escape(key)}" : "")
        + (options.Value.Contact is { Length: > 0 } contact ? $"&mailto={Escape(contact)}" : "");

    protected override IEnumerable<CatalogueRequest> Requests(IReadOnlyList<Paper> papers)
    {
        var known = papers.Where(p => DoiOf(p) is not null).ToList();
        if (known.Count > 0)
        {
            yield return new($"{Address}?filter=doi:{Escape(string.Join('|', known.Select(DoiOf)))}&per-page={known.Count}{Rest}", known);
        }

        foreach (var paper in Titled(papers.Except(known)))
        {
            yield return new($"{Address}?filter=title.search:{Escape($"\"{Phrase(paper.Title)}\"")}&per-page={Answers}{Rest}", [paper]);
        }
    }

    private static string? DoiOf(Paper paper) => paper.Doi ?? (paper.ArxivId is { } id ? ArxivDoi + id : null);
}
