using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class BadInputTests
{
    [Fact]
    public void Only_dislikes_put_what_is_like_them_last_and_choose_nothing()
    {
        var taste = new TasteInput([], [Shelf.Vote(6, -1)], Shelf.Now);
        var ranked = Shelf.Set.Rank(taste);

        Assert.Equal(Shelf.Papers[6].Id, ranked[^1].Paper.Id);
        Assert.Contains("nothing to choose by yet", Shelf.Set.Choose(taste, Shelf.Wide).Reason);
    }

    [Fact]
    public void Ten_thousand_likes_are_read_and_still_find_their_like()
    {
        var likes = Enumerable.Range(0, 10_000).Select(i => Shelf.Vote(i % 3 == 0 ? 6 : 7, 1)).ToList();
        var ranked = Shelf.Set.Rank(new TasteInput([], likes, Shelf.Now));

        Assert.Equal([Shelf.Papers[6].Id, Shelf.Papers[7].Id], ranked.Take(2).Select(p => p.Paper.Id)
            .OrderBy(id => Array.FindIndex([.. Shelf.Papers], p => p.Id == id)));
        Assert.All(ranked, p => Assert.True(double.IsFinite(p.Score)));
    }

    [Fact]
    public void Few_and_many_votes_are_solved_alike()
    {
        // 64 votes are solved among the votes, 66 among the numbers of a vector; the two more weigh next to nothing.
        var faded = Shelf.Vote(2, 1) with { At = Shelf.Now.AddDays(-179 * 9.9) };
        var few = Enumerable.Range(0, 64).Select(i => Shelf.Vote(i % 5, i % 5 == 4 ? -1 : 1)).ToList();
        var one = Shelf.Set.Rank(new TasteInput([], few, Shelf.Now));
        var two = Shelf.Set.Rank(new TasteInput([], [.. few, faded, faded], Shelf.Now));

        Assert.Equal(one.Select(p => p.Paper.Id), two.Select(p => p.Paper.Id));
        Assert.All(one.Zip(two), p => Assert.Equal(p.First.Score, p.Second.Score, 1e-2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("海綿の群体と潮流の変化を調べる")]
    [InlineData("Губки и тёплые течения")]
    [InlineData("إسفنج البحر الزجاجي")]
    [InlineData("\ud800 \u0301 \0 12 34 !!")]
    public void Papers_and_topics_in_any_script_or_none_give_finite_scores(string text)
    {
        var odd = Shelf.Paper(text.Length == 0 ? "No abstract" : text, text, text);
        var set = CandidateSet.Build([.. Shelf.Papers, odd]);
        var taste = new TasteInput([Shelf.Topic(text), new Interest(InterestKind.Author, text)],
            [new RatedPaper(odd.Paper, 1, Shelf.Now)], Shelf.Now);

        Assert.All(set.Rank(taste), p => Assert.True(double.IsFinite(p.Score) && p.Chance is >= 0 and <= 1));
        Assert.All(set.Choose(taste, Shelf.Wide).Picks, p => Assert.NotEmpty(p.Why));
    }

    [Fact]
    public void A_topic_in_a_script_without_spaces_finds_its_paper()
    {
        var sponge = Shelf.Paper("海綿の分布", "浅い海に住む海綿の分布を調べた。");
        var tea = Shelf.Paper("お茶の味", "硬水で入れたお茶の味を比べた。");
        var set = CandidateSet.Build([.. Shelf.Papers, sponge, tea]);

        Assert.Equal(sponge.Id, set.Rank(Shelf.Reader(Shelf.Topic("海綿")))[0].Paper.Id);
        Assert.DoesNotContain(set.Rank(Shelf.Reader(new Interest(InterestKind.Muted, "お茶"))), p => p.Paper.Id == tea.Id);
    }

    [Fact]
    public void Votes_dated_in_the_future_and_no_papers_at_all_are_borne()
    {
        var ahead = Shelf.Vote(6, 1) with { At = Shelf.Now.AddYears(5) };

        Assert.Equal(Shelf.Papers[6].Id, Shelf.Set.Rank(new TasteInput([], [ahead], Shelf.Now))[0].Paper.Id);
        Assert.Empty(CandidateSet.Build([]).Rank(Shelf.Likes(1)));
        Assert.Single(CandidateSet.Build([Shelf.Papers[0]]).Rank(Shelf.Likes(1)));
    }
}
