using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web;

/// <summary>Where a paper can be read.</summary>
public static class PaperAddresses
{
    /// <summary>Its arXiv page, its DOI, else its first link that is not code or data; null where there is none.</summary>
    public static string? Read(Paper paper) =>
        Arxiv(paper) ?? Doi(paper) ?? paper.Links.FirstOrDefault(l => l.Kind is not (LinkKind.Code or LinkKind.Data))?.Url;

    public static string? Arxiv(Paper paper) => paper.ArxivId is { Length: > 0 } id ? "https://arxiv.org/abs/" + id : null;

    /// <summary>A DOI may hold any printable character; those that mean something in an address are encoded.</summary>
    public static string? Doi(Paper paper) =>
        paper.Doi is { Length: > 0 } doi ? "https://doi.org/" + Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal) : null;
}
