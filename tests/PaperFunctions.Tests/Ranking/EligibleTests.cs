namespace PaperFunctions.Tests.Ranking;

public class EligibleTests
{
    [Fact]
    public void Papers_that_are_not_eligible_are_neither_picked_nor_counted_as_others()
    {
        var taste = Shelf.Reader(Shelf.Topic("sponge reefs"));
        var first = Shelf.Set.Choose(taste, Shelf.Wide).Picks[0].Paper.Id;

        var chosen = Shelf.Set.Choose(taste, Shelf.Wide with { Eligible = p => p.Id != first, Exploration = true });

        Assert.DoesNotContain(chosen.Picks, p => p.Paper.Id == first);
        Assert.Equal(Shelf.Papers.Count - 1 - chosen.Picks.Count, chosen.Others);
    }

    [Fact]
    public void Where_nothing_is_eligible_the_reason_says_so()
    {
        var chosen = Shelf.Set.Choose(Shelf.Reader(Shelf.Topic("sponge reefs")), Shelf.Wide with { Eligible = _ => false });

        Assert.Empty(chosen.Picks);
        Assert.Contains("before", chosen.Reason);
    }
}
