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
        Assert.Equal(["typical of what else is new"], with.Picks[^1].Why);
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
    public void The_expected_share_sets_the_level_of_chances_but_not_their_order()
    {
        var (few, many) = (CandidateSet.Build(Shelf.Papers, share: 0.02).Rank(Shelf.Likes(6)), CandidateSet.Build(Shelf.Papers, share: 0.5).Rank(Shelf.Likes(6)));
        var usual = Shelf.Set.Rank(Shelf.Likes(6));

        Assert.Equal(usual.Select(p => (p.Paper.Id, p.Score)), few.Select(p => (p.Paper.Id, p.Score)));
        Assert.Equal(usual.Select(p => p.Paper.Id), many.Select(p => p.Paper.Id));
        Assert.All(few.Zip(usual, many), p => Assert.True(p.First.Chance < p.Second.Chance && p.Second.Chance < p.Third.Chance));
        Assert.Throws<ArgumentOutOfRangeException>(() => CandidateSet.Build(Shelf.Papers, share: 1));
    }

    [Fact]
    public void The_minimum_chance_leaves_out_what_is_near_but_not_near_enough()
    {
        var taste = Shelf.Reader(Shelf.Topic("tea taste"));
        var all = Shelf.Set.Choose(taste, Shelf.Wide with { MinimumChance = 0 }).Picks;
        var bound = all[0].Chance - 1e-6;

        Assert.True(all.Count > 1);
        Assert.Equal(all.Where(p => p.Chance >= bound).Select(p => p.Paper.Id), Shelf.Set.Choose(taste, Shelf.Wide with { MinimumChance = bound }).Picks.Select(p => p.Paper.Id));
        Assert.True(all[^1].Chance < bound);
    }

    [Fact]
    public void Exploration_takes_no_more_room_than_it_needs_in_an_edition_of_minutes()
    {
        var taste = Shelf.Reader(Shelf.Topic("tea"), Shelf.Topic("sponge reefs"));
        var wide = Shelf.Set.Choose(taste, Explore with { Size = new EditionSize(null, 60) });
        var without = Shelf.Set.Choose(taste, Explore with { Size = new EditionSize(null, 60), Exploration = false });
        var tight = Shelf.Set.Choose(taste, Explore with { Size = new EditionSize(null, 2) });

        Assert.Equal(without.Picks.Select(p => p.Paper.Id), wide.Picks.Where(p => !p.Exploration).Select(p => p.Paper.Id));
        Assert.Single(wide.Picks, p => p.Exploration);
        Assert.InRange(tight.Picks.Sum(p => ReadingTime.Minutes(p.Paper.Paper)), 0.5, 2);
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
