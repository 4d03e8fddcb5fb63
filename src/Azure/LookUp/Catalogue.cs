using Microsoft.Extensions.Options;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>A catalogue that is asked request by request, with a pause between two.</summary>
public abstract class Catalogue(CatalogueClient client, TimeProvider clock, TimeSpan pause) : ILookUpService
{
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    public abstract string Name { get; }

    public async Task<IReadOnlyList<Paper>> FindAsync(IReadOnlyList<Paper> papers, CancellationToken cancellationToken)
    {
        var found = new List<Paper>();
        foreach (var address in Requests(papers))
        {
            var wait = _last + pause - clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, cancellationToken);
            _last = clock.GetUtcNow();
            found.AddRange(await client.ReadAsync(new Uri(address), cancellationToken));
        }

        return found;
    }

    /// <summary>Addresses whose answers together hold all of these papers that the catalogue knows.</summary>
    protected abstract IEnumerable<string> Requests(IReadOnlyList<Paper> papers);

    /// <summary>A title as a search phrase: its longest stretch of plain words. Catalogues take formulas
    /// and accents apart in ways of their own.</summary>
    protected static string Phrase(string title)
    {
        var words = string.Concat(title.Select(c => char.IsLetterOrDigit(c) || c > '\u007f' ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stretches = new List<List<string>> { new() };
        foreach (var word in words)
        {
            if (word.All(char.IsAscii))
            {
                stretches[^1].Add(word);
            }
            else
            {
                stretches.Add([]);
            }
        }

        return string.Join(' ', stretches.MaxBy(stretch => stretch.Count) is { Count: > 0 } plain ? plain : [.. words]);
    }

    protected static string Escape(string text) => Uri.EscapeDataString(text);
}

/// <summary>https://info.arxiv.org/help/api/user-manual.html: one request every three seconds, several titles in one.</summary>
public sealed class Arxiv(CatalogueClient client, TimeProvider clock) : Catalogue(client, clock, TimeSpan.FromSeconds(3))
{
    private const string Address = "https://export.arxiv.org/api/query";
    private const int TitlesARequest = 8;

    /// <summary>Answers for each title: a phrase may stand in longer titles too.</summary>
    private const int Answers = 5;

    public override string Name => "arxiv";

    protected override IEnumerable<string> Requests(IReadOnlyList<Paper> papers)
    {
        var ids = papers.Select(p => p.ArxivId).OfType<string>().ToList();
        if (ids.Count > 0)
        {
            yield return $"{Address}?id_list={Escape(string.Join(',', ids))}&max_results={ids.Count}";
        }

        foreach (var titles in papers.Where(p => p.ArxivId is null && !p.TitleIsId).Chunk(TitlesARequest))
        {
            var query = string.Join(" OR ", titles.Select(p => $"ti:\"{Phrase(p.Title)}\""));
            yield return $"{Address}?search_query={Escape(query)}&max_results={Answers * titles.Length}";
        }
    }
}

/// <summary>https://www.crossref.org/documentation/retrieve-metadata/rest-api/ : one request a second.</summary>
public sealed class Crossref(CatalogueClient client, IOptions<LookUpOptions> options, TimeProvider clock)
    : Catalogue(client, clock, TimeSpan.FromSeconds(1))
{
    private const string Address = "https://api.crossref.org/works";

    public override string Name => "crossref";

    private string Contact => options.Value.Contact is { Length: > 0 } contact ? $"&mailto={Escape(contact)}" : "";

    protected override IEnumerable<string> Requests(IReadOnlyList<Paper> papers)
    {
        var ids = papers.Select(p => p.Doi).OfType<string>().ToList();
        if (ids.Count > 0)
        {
            yield return $"{Address}?filter={Escape(string.Join(',', ids.Select(doi => $"doi:{doi}")))}&rows={ids.Count}{Contact}";
        }

        foreach (var paper in papers.Where(p => p.Doi is null && !p.TitleIsId))
        {
            yield return $"{Address}?query.title={Escape(Phrase(paper.Title))}&rows=5{Contact}";
        }
    }
}

/// <summary>https://docs.openalex.org/ : one request a second, far below what is allowed.</summary>
public sealed class OpenAlex(CatalogueClient client, IOptions<LookUpOptions> options, TimeProvider clock)
    : Catalogue(client, clock, TimeSpan.FromSeconds(1))
{
    private const string Address = "https://api.openalex.org/works";

    public override string Name => "openalex";

    private string Contact => options.Value.Contact is { Length: > 0 } contact ? $"&mailto={Escape(contact)}" : "";

    protected override IEnumerable<string> Requests(IReadOnlyList<Paper> papers)
    {
        var ids = papers.Select(p => p.Doi).OfType<string>().ToList();
        if (ids.Count > 0)
        {
            yield return $"{Address}?filter=doi:{Escape(string.Join('|', ids))}&per-page={ids.Count}{Contact}";
        }

        foreach (var paper in papers.Where(p => p.Doi is null && !p.TitleIsId))
        {
            yield return $"{Address}?filter=title.search:{Escape($"\"{Phrase(paper.Title)}\"")}&per-page=5{Contact}";
        }
    }
}

/// <summary>https://api.semanticscholar.org/api-docs/graph : one request a second, without a key.</summary>
public sealed class SemanticScholar(CatalogueClient client, TimeProvider clock) : Catalogue(client, clock, TimeSpan.FromSeconds(1.1))
{
    private const string Address = "https://api.semanticscholar.org/graph/v1/paper";
    private const string Fields = "title,abstract,authors,year,venue,externalIds,openAccessPdf,publicationDate";

    public override string Name => "semantic-scholar";

    protected override IEnumerable<string> Requests(IReadOnlyList<Paper> papers) =>
        papers.Where(p => !p.TitleIsId).Select(p => $"{Address}/search?query={Escape(Phrase(p.Title))}&limit=5&fields={Fields}");
}
