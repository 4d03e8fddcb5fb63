using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class EditionTests
{
    private static readonly ChoiceOptions Explore = Shelf.Wide with { Exploration = true };

    [Fact]
    public void No_edition_has_two_versions_of_one_text()
    {
        var versions = Enumerable.Range(1, 4)
            .Select(v => Shelf.Paper($"Brewing Tea with Hard Water, version {v}", Shelf.Papers[6].Paper.Abstract));
        var set = CandidateSet.Build([.. Shelf.Papers, .. versions]);
        var chosen = set.Choose(Shelf.Reader(Shelf.Topic("tea water hardness"), Shelf.Topic("taste of tea")), Shelf.Wide);

        Assert.Single(chosen.Picks, p => p.Paper.Paper.Title.StartsWith("Brewing Tea"));
        Assert.Contains(chosen.Picks, p => p.Paper.Paper.Title.StartsWith("A Panel Study"));
    }

    [Fact]
    public void One_pick_is_labelled_exploration_and_can_be_switched_off()
    {
        var fares = Shelf.Paper("Fares of the Coast",
            "We compare the fares of buses and trams on the coast. One town has train delays when fog comes in on winter mornings. Train "
            + "delays cost it dear.");
        var set = CandidateSet.Build([.. Shelf.Papers, fares]);
        var taste = Shelf.Reader(Shelf.Topic("tea"), Shelf.Topic("sponge reefs"), Shelf.Topic("train delays"));
        var ranked = set.Rank(taste);
        var options = Explore
            with { Size = new EditionSize(8, null), MinimumChance = ranked.Single(p => p.Paper.Id == fares.Id).Chance + 1e-6 };
        var with = set.Choose(taste, options);
        var without = set.Choose(taste, options with { Exploration = false });

        var explored = Assert.Single(with.Picks, p => p.Exploration);
        Assert.Equal((with.Picks.Count, fares.Id), (explored.Rank, explored.Paper.Id));
        Assert.Equal(["it touches your topic 'train delays', in the abstract"], explored.Why);
        Assert.Equal(with.Picks.SkipLast(1).Select(p => p.Paper.Id), without.Picks.Select(p => p.Paper.Id));
    }

    [Fact]
    public void One_word_of_a_topic_of_two_is_not_enough_to_explore()
    {
        var lantern = Shelf.Paper("Lantern Makers of the Coast",
            "We count the makers of each lantern on the coast. A lantern burns oil, and one lantern lasts a year.");
        var set = CandidateSet.Build([.. Shelf.Papers, lantern]);
        var taste = Shelf.Reader(Shelf.Topic("tea"), Shelf.Topic("sponge reefs"), Shelf.Topic("lantern fish"));
        var above = set.Rank(taste).Single(p => p.Paper.Id == lantern.Id).Chance + 1e-6;

        Assert.DoesNotContain(set.Choose(taste, Explore with { Size = new EditionSize(8, null), MinimumChance = above }).Picks,
            p => p.Paper.Id == lantern.Id);
    }

    [Fact]
    public void What_was_voted_on_is_not_picked_again()
    {
        Assert.DoesNotContain(Shelf.Set.Choose(Shelf.Likes(6, 0), Shelf.Wide).Picks, p => p.Paper.Id == Shelf.Papers[6].Id
            || p.Paper.Id == Shelf.Papers[0].Id);
    }

    [Fact]
    public void Chances_fall_with_the_score_and_the_ranks_count_on()
    {
        var ranked = Shelf.Set.Rank(Shelf.Likes(6));

        Assert.Equal(ranked.Select(p => p.Chance).OrderDescending(), ranked.Select(p => p.Chance));
        Assert.All(ranked, p => Assert.InRange(p.Chance, 0, 1));
    }

    [Fact]
    public void The_minimum_chance_leaves_out_what_is_near_but_not_near_enough()
    {
        var taste = Shelf.Reader(Shelf.Topic("tea taste"), Shelf.Topic("train delays"));
        var all = Shelf.Set.Choose(taste, Shelf.Wide with { MinimumChance = 0 }).Picks;
        var bound = all.Select(p => p.Chance).OrderDescending().ElementAt(1) - 1e-6;

        Assert.Equal(all.Where(p => p.Chance >= bound)
            .Select(p => p.Paper.Id), Shelf.Set.Choose(taste, Shelf.Wide with { MinimumChance = bound }).Picks.Select(p => p.Paper.Id));
        Assert.Contains(all, p => p.Chance < bound);
    }

    [Fact]
    public void Exploration_takes_no_picks_place()
    {
        var taste = Shelf.Reader(Shelf.Topic("tea"), Shelf.Topic("sponge reefs"), Shelf.Topic("train delays"));
        var options = Explore with { Size = new EditionSize(8, null), MinimumChance = 0.5 };
        var full = Shelf.Set.Choose(taste, options with { Exploration = false }).Picks;

        Assert.Equal(full.Select(p => p.Paper.Id),
            Shelf.Set.Choose(taste, options with { Size = new EditionSize(full.Count, null) }).Picks.Select(p => p.Paper.Id));
    }

    [Fact]
    public void Every_topic_has_its_best_paper_before_any_has_its_second()
    {
        var tea = Enumerable.Range(1, 5).Select(i => Shelf.Paper($"Tea {Words(i)}", $"Tea of {Words(i)} and tea."));
        var chosen = CandidateSet.Build([.. Shelf.Papers, .. tea]).Choose(
            Shelf.Reader(Shelf.Topic("tea"), Shelf.Topic("sponge reefs"), Shelf.Topic("lantern fish")), Shelf.Wide
                with { Size = new EditionSize(4, null) });

        Assert.All(["tea", "sponge reefs", "lantern fish"],
            topic => Assert.Contains(chosen.Picks.Take(3), p => p.Why[0].StartsWith($"your topic '{topic}'")));
    }

    private static string Words(int i) => string.Join(' ', Enumerable.Range(0, 6).Select(w => $"leaf{(char)('a' + i)}{(char)('a' + w)}"));

    [Fact]
    public void The_card_names_what_was_learned()
    {
        var card = Shelf.Set.Card(new TasteInput([new Interest(InterestKind.Author, "Mira Oduya")], [Shelf.Vote(6, 1), Shelf.Vote(4, -1)],
            Shelf.Now));

        Assert.Contains(card.Liked, t => t.Term == "tea");
        Assert.Contains(card.Disliked, t => t.Term is "grammar" or "schedules" or "delays");
        Assert.Equal("Mira Oduya", card.Authors[0].Term);
        Assert.Equal([1, -1], card.Votes.Select(v => v.Value));
    }
}
