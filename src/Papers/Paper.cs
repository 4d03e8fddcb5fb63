namespace PaperFunctions.Papers;

/// <summary>One work, as far as the digests that it came in describe it.</summary>
public sealed record Paper
{
    /// <summary>Title for reading: one line, Unicode, no markup. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The title as the source had it, where reading it changed more than white space.</summary>
    public string? OriginalTitle { get; init; }

    /// <summary>The title is only an id, such as <c>arXiv:2401.00001</c>: no source has told the title yet, so nobody is mailed this
    /// paper.</summary>
    public bool TitleIsId { get; init; }

    /// <summary>Abstract for reading: one paragraph, Unicode, no markup; empty if none is known.</summary>
    public string Abstract { get; init; } = "";

    /// <summary>The abstract as the source had it, where reading it changed more than white space.</summary>
    public string? OriginalAbstract { get; init; }

    /// <summary>Authors in the paper's order, "Given Family".</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<PaperLink> Links { get; init; } = [];

    /// <summary>arXiv id without version: <c>2401.01234</c> or <c>math.GT/0309136</c> in lower case, <c>math/0309136</c>.</summary>
    public string? ArxivId { get; init; }

    /// <summary>DOI in lower case, without a resolver: <c>10.1145/3292500.3330701</c>.</summary>
    public string? Doi { get; init; }

    /// <summary>Subject labels as the source has them: <c>cs.CL</c>, <c>Medicine</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public DateOnly? Published { get; init; }

    public string? Venue { get; init; }

    /// <summary>Votes on the site that the digest was made from; at least 0.</summary>
    public int? Upvotes { get; init; }

    /// <summary>The first link to code, if there is one.</summary>
    public string? CodeUrl => Links.FirstOrDefault(l => l.Kind == LinkKind.Code)?.Url;
}

/// <summary>What a link leads to.</summary>
public enum LinkKind
{
    Page,
    Code,
    Project,
    Arxiv,
    Doi,
    Pdf,
    Data,
}

/// <param name="Url">Absolute http or https address, no trailing punctuation.</param>
public sealed record PaperLink(LinkKind Kind, string Url);
