namespace PaperFunctions.Formats.Shared.Ids;

/// <summary>The ids of one paper, taken together from the fields and links that name them.</summary>
public readonly record struct KnownIds(string? Arxiv, string? Doi)
{
    /// <summary>arXiv's own DOIs start so; they say the arXiv id and nothing more.</summary>
    private const string ArxivDoi = "10.48550/arxiv.";

    /// <summary>Adds what the text of an id field says: an arXiv id or a DOI in any spelling. What is known already stays.</summary>
    public KnownIds WithField(string? field) => With(ArxivIds.Parse(field), Dois.Parse(field));

    /// <summary>Adds what a link leads to. What is known already stays.</summary>
    public KnownIds WithLink(string? url) => With(ArxivIds.Find(url), Dois.OfLink(url));

    /// <summary>Adds both, an arXiv DOI folded to the arXiv id. What is known already stays.</summary>
    public KnownIds With(string? arxiv, string? doi)
    {
        if (doi is not null && doi.StartsWith(ArxivDoi, StringComparison.Ordinal))
        {
            return new(Arxiv ?? arxiv ?? ArxivIds.Parse(doi[ArxivDoi.Length..]), Doi);
        }

        return new(Arxiv ?? arxiv, Doi ?? doi);
    }
}
