namespace PaperFunctions.Papers;

/// <summary>The lasting addresses that a paper's ids give.</summary>
public static class WorkAddress
{
    public static string? Arxiv(Paper paper) => paper.ArxivId is { Length: > 0 } id ? "https://arxiv.org/abs/" + id : null;

    /// <summary>A DOI may hold any printable character; those that mean something in an address are encoded.</summary>
    public static string? Doi(Paper paper) =>
        paper.Doi is { Length: > 0 } doi ? "https://doi.org/" + Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal)
            : null;
}
