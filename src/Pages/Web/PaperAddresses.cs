using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web;

/// <summary>Where a paper can be read.</summary>
public static class PaperAddresses
{
    /// <summary>Its arXiv page, its DOI, else its first link that is not code or data; null where there is none.</summary>
    public static string? Read(Paper paper) =>
        WorkAddress.Arxiv(paper) ?? WorkAddress.Doi(paper) ?? paper.Links.FirstOrDefault(l => l.Kind is not (LinkKind.Code or LinkKind.Data))?.Url;
}
