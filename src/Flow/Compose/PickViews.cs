using PaperFunctions.Flow.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Compose;

/// <summary>What an edition shows of a paper.</summary>
internal static class PickViews
{
    private const int NamedAuthors = 3;

    public static PickView Of(Pick pick, Edition edition, ReaderLinks links)
    {
        var paper = pick.Paper.Paper;
        return new PickView
        {
            Rank = pick.Rank,
            Title = TextCut.OneLine(paper.Title),
            Authors = AuthorLine(paper.Authors),
            Summary = Sentences.First(paper.Abstract, 2, 400),
            Why = pick.Why,
            Exploration = pick.Exploration,
            ReadUrl = ReadUrl(paper) ?? links.Paper(pick.Paper.Id),
            CodeUrl = paper.CodeUrl,
            MoreLikeThisUrl = links.Vote(edition.Subscriber.Id, pick.Paper.Id, edition.Date, +1),
            LessLikeThisUrl = links.Vote(edition.Subscriber.Id, pick.Paper.Id, edition.Date, -1),
        };
    }

    private static string AuthorLine(IReadOnlyList<string> authors) => authors.Count <= NamedAuthors + 1
        ? string.Join(", ", authors)
        : $"{string.Join(", ", authors.Take(NamedAuthors))} and {authors.Count - NamedAuthors} more";

    /// <summary>The best place to read a paper that is known of it.</summary>
    private static string? ReadUrl(Paper paper) =>
        WorkAddress.Arxiv(paper) ?? WorkAddress.Doi(paper) ?? Best(paper.Links)?.Url;

    private static PaperLink? Best(IReadOnlyList<PaperLink> links) =>
        links.FirstOrDefault(l => l.Kind is LinkKind.Pdf)
        ?? links.FirstOrDefault(l => l.Kind is LinkKind.Project)
        ?? links.FirstOrDefault(l => l.Kind is LinkKind.Page);
}
