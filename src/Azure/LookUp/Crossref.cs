using Microsoft.Extensions.Options;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>https://www.crossref.org/documentation/retrieve-metadata/rest-api/ : one request a second. Those who give a contact are
/// answered by servers of their own.</summary>
public sealed class Crossref(CatalogueClient client, IOptions<LookUpOptions> options, TimeProvider clock)
    : Catalogue(client, clock, TimeSpan.FromSeconds(1))
{
    private const string Address = "https://api.crossref.org/works";

    public override string Name => "crossref";

    public override string Title => "Crossref";

    private string Contact => options.Value.Contact is { Length: > 0 } contact ? $"&mailto={Escape(contact)}" : "";

    protected override IEnumerable<CatalogueRequest> Requests(IReadOnlyList<Paper> papers)
    {
        var known = papers.Where(p => p.Doi is not null).ToList();
        if (known.Count > 0)
        {
            yield return new($"{Address}?filter={Escape(string.Join(',', known.Select(p => $"doi:{p.Doi}")))}&rows={known.Count}{Contact}",
                known);
        }

        foreach (var paper in Titled(papers.Except(known)))
        {
            yield return new($"{Address}?query.title={Escape(Phrase(paper.Title))}&rows={Answers}{Contact}", [paper]);
        }
    }
}
