using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions.Compose;

/// <summary>What an edition shows of a paper.</summary>
internal static class PickViews
{
    public static PickView Of(Pick pick, Edition edition, SubscriberLinks links)
    {
        var paper = pick.Paper.Paper;
        return new PickView
        {
            Rank = pick.Rank,
            Title = CleanText.Line(paper.Title),
            Authors = Bylines.WithPlace(paper),
            Summary = Sentences.First(paper.Abstract, 2, 400),
            Why = pick.Why,
            Exploration = pick.Exploration,
            Read = PaperLinks.ReadOrFind(paper),
            CodeUrl = paper.CodeUrl,
            MoreLikeThisUrl = links.Vote(edition.Subscriber, pick.Paper.Id, edition.Date, +1),
            LessLikeThisUrl = links.Vote(edition.Subscriber, pick.Paper.Id, edition.Date, -1),
        };
    }
}
