using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class WhyTests
{
    private static readonly TasteInput Taste = new(
        [Shelf.Topic("seabed survey"), new Interest(InterestKind.Author, "Jonas Wexler")],
        [Shelf.Vote(3, 1), Shelf.Vote(0, 1), Shelf.Vote(6, -1)],
        Shelf.Now);

    [Fact]
    public void Without_a_liked_paper_a_topic_or_an_author_that_is_named_the_score_is_lower()
    {
        var named = 0;
        foreach (var pick in Shelf.Set.Rank(Taste))
        {
            foreach (var rest in pick.Why.Select(Without).OfType<TasteInput>())
            {
                named++;
                Assert.True(ScoreOf(Shelf.Set, rest, pick.Paper.Id) < pick.Score);
            }
        }

        Assert.True(named >= 3);
    }

    [Fact]
    public void A_paper_left_out_says_what_held_it_back()
    {
        var set = Shelf.Set;
        var second = set.Rank(Taste).Where(p => !Taste.Rated.Any(r => r.Paper == p.Paper.Paper)).ElementAt(1);
        var full = set.Explain(Taste, second.Paper.Id, Shelf.Wide with { Size = new EditionSize(1, null) });
        var muted = set.Explain(Taste with { Interests = [new Interest(InterestKind.Muted, "tea")] }, Shelf.Papers[7].Id, Shelf.Wide);
        var voted = set.Explain(Taste, Shelf.Papers[3].Id, Shelf.Wide);

        Assert.Equal(second.Rank, full.Rank);
        Assert.Contains(full.HeldBack, h => h.Contains("filled the edition") || h.Contains("below the minimum"));
        Assert.Contains("muted", Assert.Single(muted.HeldBack));
        Assert.Null(muted.Rank);
        Assert.Contains(voted.HeldBack, h => h.Contains("voted on it already"));
    }

    [Fact]
    public void A_paper_that_was_disliked_is_named_against_its_like()
    {
        var held = Shelf.Set.Explain(new TasteInput([Shelf.Topic("survey")], [Shelf.Vote(6, -1)], Shelf.Now), Shelf.Papers[7].Id,
            Shelf.Wide).HeldBack;

        Assert.Contains("too close to 'Brewing Tea with Hard Water', which you disliked", held);
        Assert.Contains("it says too little of your topic 'survey'", held);
    }

    [Fact]
    public void A_paper_that_cannot_be_picked_says_so()
    {
        var first = Shelf.Set.Choose(Shelf.Reader(Shelf.Topic("tea")), Shelf.Wide).Picks[0].Paper.Id;

        Assert.Contains(Shelf.Set.Explain(Shelf.Reader(Shelf.Topic("tea")), first, Shelf.Wide
            with { Eligible = p => p.Id != first }).HeldBack, h => h.Contains("sent to you"));
    }

    private static TasteInput? Without(string why) => why switch
    {
        ['l', 'i', 'k', 'e', ..] => Taste with { Rated = [.. Taste.Rated.Where(r => why != $"like '{r.Paper.Title}', which you liked")] },
        ['b', 'y', ..] => Taste with { Interests = [.. Taste.Interests.Where(i => i.Kind != InterestKind.Author)] },
        ['y', 'o', 'u', 'r', ..] => Taste with { Interests = [.. Taste.Interests.Where(i => i.Kind != InterestKind.Topic)] },
        _ => null,
    };

    private static double ScoreOf(CandidateSet set, TasteInput taste, PaperId paper) =>
        set.Rank(taste).Single(p => p.Paper.Id == paper).Score;
}
