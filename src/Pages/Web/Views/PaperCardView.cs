using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

/// <summary>A paper as one item of a list.</summary>
public sealed record PaperCardView
{
    /// <summary>Starts a match in <see cref="Title"/> and <see cref="Fragments"/>.</summary>
    public const char MarkStart = '\u0002';

    /// <summary>Ends it.</summary>
    public const char MarkEnd = '\u0003';

    public required PaperId Id { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>A few sentences; empty where there is no abstract.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Parts of the text that match a search; shown instead of the summary.</summary>
    public IReadOnlyList<string> Fragments { get; init; } = [];

    public string? ReadUrl { get; init; }

    public string? CodeUrl { get; init; }

    public DateOnly? Published { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Place in a digest or an edition; null where the order means nothing.</summary>
    public int? Rank { get; init; }

    /// <summary>Why it is here, strongest first; empty where there is nothing to say.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>What kept it out of an edition; null where that is not told.</summary>
    public string? WhyNot { get; init; }

    /// <summary>The reader's vote on it; null where nobody is known.</summary>
    public VoteMarkView? Vote { get; init; }

    /// <param name="summary">UTF-16 units of the abstract to show.</param>
    public static PaperCardView Of(PaperId id, Paper paper, int summary = 320) => new()
    {
        Id = id,
        Title = paper.Title,
        Authors = paper.Authors,
        Summary = CleanText.Shorten(CleanText.Line(paper.Abstract), summary),
        ReadUrl = PaperLinks.Reading(paper),
        CodeUrl = paper.CodeUrl,
        Published = paper.Published,
        Categories = paper.Categories,
    };
}
