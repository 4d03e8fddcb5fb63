using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class EditionTests
{
    private static readonly ChoiceOptions Explore = Shelf.Wide with { Exploration = true };

    [Fact]
    public void No_edition_has_three_versions_of_one_text()
    {
        var versions = Enumerable.Range(1, 4).Select(v => Shelf.Paper($"Brewing Tea with Hard Water, version {v}", Shelf.Papers[6].Paper.Abstract));
        var set = CandidateSet.Build([.. Shelf.Papers, .. versions]);
        var chosen = set.Choose(Shelf.Reader(Shelf.Topic("tea water hardness"), Shelf.Topic("taste of tea")), Shelf.Wide);

        Assert.Equal(2, chosen.Picks.Count(p => p.Paper.Paper.Title.StartsWith("Brewing Tea")));
        Assert.Contains(chosen.Picks, p => p.Paper.Paper.Title.StartsWith("A Panel Study"));
    }

    [Fact]
    public void One_pick_is_labelled_exploration_and_can_be_switched_off()
    {
        var taste = Shelf.Reader(Shelf.Topic("tea"), Shelf.Topic("sponge reefs"));
        var with = Shelf.Set.Choose(taste, Explore);
        var without = Shelf.Set.Choose(taste, Explore with { Exploration = false });

        Assert.True(Assert.Single(with.Picks, p => p.Exploration).Rank == with.Picks.Count);
        Assert.DoesNotContain(without.Picks, p => p.Exploration);
        Assert.True(with.Picks.Count <= 5);
        Assert.Equal(with.Picks.Select(p => p.Paper.Id).Distinct().Count(), with.Picks.Count);
    }

    [Fact]
    public void What_was_voted_on_is_not_picked_again()
    {
        Assert.DoesNotContain(Shelf.Set.Choose(Shelf.Likes(6, 0), Shelf.Wide).Picks, p => p.Paper.Id == Shelf.Papers[6].Id || p.Paper.Id == Shelf.Papers[0].Id);
    }

    [Fact]
    public void Chances_fall_with_the_score_and_the_ranks_count_on()
    {
        var ranked = Shelf.Set.Rank(Shelf.Likes(6));

        Assert.Equal(ranked.Select(p => p.Chance).OrderDescending(), ranked.Select(p => p.Chance));
        Assert.All(ranked, p => Assert.InRange(p.Chance, 0, 1));
    }

    [Fact]
    public void The_card_names_what_was_learned()
    {
        var card = Shelf.Set.Card(new TasteInput([new Interest(InterestKind.Author, "Mira Oduya")], [Shelf.Vote(6, 1), Shelf.Vote(4, -1)], Shelf.Now));

        Assert.Contains(card.Liked, t => t.Term == "tea");
        Assert.Contains(card.Disliked, t => t.Term is "grammar" or "schedules" or "delays");
        Assert.Equal("Mira Oduya", card.Authors[0].Term);
        Assert.Equal([1, -1], card.Votes.Select(v => v.Value));
    }
}
