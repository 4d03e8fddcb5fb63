using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

public sealed record PaperPageView
{
    public required PageFrame Frame { get; init; }

    public required StoredPaper Paper { get; init; }

    public IReadOnlyList<DigestLinkView> Digests { get; init; } = [];

    public IReadOnlyList<PaperCardView> Similar { get; init; } = [];

    /// <summary>The reader's vote on it; null if nobody is known.</summary>
    public VoteMarkView? Vote { get; init; }
}

/// <param name="Rank">The paper's place in it; null if not known.</param>
public sealed record DigestLinkView(string Id, string Name, DateOnly? Date, int? Rank);
