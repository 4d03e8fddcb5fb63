using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

public sealed record PaperPageView
{
    public required PageFrame Frame { get; init; }

    public required StoredPaper Paper { get; init; }

    public IReadOnlyList<DigestLinkView> Digests { get; init; } = [];

    public IReadOnlyList<PaperCardView> Similar { get; init; } = [];

    /// <summary>Lets a subscriber who came from their own pages vote; null for anybody else.</summary>
    public string? VoteToken { get; init; }

    public int? CurrentVote { get; init; }
}

/// <param name="Rank">The paper's place in it; null where not known.</param>
public sealed record DigestLinkView(string Id, string Name, DateOnly? Date, int? Rank);
