using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class ChooseTests
{
    [Fact]
    public void An_edition_holds_as_many_papers_as_the_reader_asked_for()
    {
        var chosen = Shelf.Set.Choose(Shelf.Reader(Shelf.Topic("tea taste")), Shelf.Wide with { Size = new EditionSize(1, null) });

        Assert.Single(chosen.Picks);
        Assert.Equal(Shelf.Papers.Count - 1, chosen.Others);
        Assert.Null(chosen.Reason);
    }

    [Fact]
    public void Minutes_of_reading_bound_an_edition_but_leave_one_paper()
    {
        var taste = Shelf.Reader(Shelf.Topic("sponge survey"), Shelf.Topic("grammar"), Shelf.Topic("tea"));
        var one = Shelf.Set.Choose(taste, Shelf.Wide with { Size = new EditionSize(null, 1) });
        var more = Shelf.Set.Choose(taste, Shelf.Wide with { Size = new EditionSize(null, 2) });

        Assert.InRange(one.Picks.Sum(p => ReadingTime.Minutes(p.Paper.Paper)), 0.1, 1);
        Assert.InRange(more.Picks.Sum(p => ReadingTime.Minutes(p.Paper.Paper)), 1, 2);
    }

    [Theory]
    [InlineData("the of and", "has the words of your topic")]
    [InlineData("zymurgy", "has the words of your topic 'zymurgy'")]
    public void Topics_that_find_nothing_say_so(string topic, string reason)
    {
        var chosen = Shelf.Set.Choose(Shelf.Reader(Shelf.Topic(topic)), Shelf.Wide);

        Assert.Empty(chosen.Picks);
        Assert.Contains(reason, chosen.Reason);
    }

    [Fact]
    public void No_papers_no_interests_all_muted_and_a_high_minimum_have_reasons_of_their_own()
    {
        var tea = Shelf.Topic("tea");
        string?[] reasons =
        [
            CandidateSet.Build([]).Choose(Shelf.Reader(tea), Shelf.Wide).Reason,
            Shelf.Set.Choose(Shelf.Reader(), Shelf.Wide).Reason,
            CandidateSet.Build([Shelf.Papers[6]])
                .Choose(Shelf.Reader(tea, new Interest(InterestKind.Muted, "hard water")), Shelf.Wide).Reason,
            Shelf.Set.Choose(Shelf.Reader(tea), Shelf.Wide with { MinimumChance = 1 }).Reason,
        ];

        Assert.All(reasons, Assert.NotNull);
        Assert.Equal(4, reasons.Distinct().Count());
    }

    [Fact]
    public void An_explanation_gives_the_rank_and_what_held_a_paper_back()
    {
        var taste = new TasteInput([Shelf.Topic("tea")], [Shelf.Vote(0, -1)], Shelf.Now);
        var picked = Shelf.Set.Explain(taste, Shelf.Papers[6].Id, Shelf.Wide);
        var not = Shelf.Set.Explain(taste, Shelf.Papers[1].Id, Shelf.Wide);

        Assert.True(picked.Picked);
        Assert.Contains("your topic 'tea', in the title", picked.Carried);
        Assert.False(not.Picked);
        Assert.Contains(not.HeldBack, h => h.Contains("Tidal Glass Sponges"));
        Assert.Contains("not among", Shelf.Set.Explain(taste, new PaperId(new string('0', 32)), Shelf.Wide).HeldBack[0]);
    }
}
