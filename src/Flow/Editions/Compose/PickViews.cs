using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions.Compose;

/// <summary>What an edition shows of a paper.</summary>
internal static class PickViews
{
    private const int NamedAuthors = 3;

    public static PickView Of(Pick pick, Edition edition, SubscriberLinks links)
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
            ReadUrl = PaperLinks.Reading(paper) ?? links.Paper(pick.Paper.Id),
            CodeUrl = paper.CodeUrl,
            MoreLikeThisUrl = links.Vote(edition.Subscriber.Id, pick.Paper.Id, edition.Date, +1),
            LessLikeThisUrl = links.Vote(edition.Subscriber.Id, pick.Paper.Id, edition.Date, -1),
        };
    }

    private static string AuthorLine(IReadOnlyList<string> authors) => authors.Count <= NamedAuthors + 1
        ? string.Join(", ", authors)
        : $"{string.Join(", ", authors.Take(NamedAuthors))} and {authors.Count - NamedAuthors} more";
}
