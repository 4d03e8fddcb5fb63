using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class MailWorthTests
{
    private static readonly StoredPaper Kites = Shelf.Paper("Gulls over a Bay",
        "We count gulls and boats over a bay. Some paper kites were seen too. Gulls avoid boats in summer.");
    private static readonly CandidateSet Set = CandidateSet.Build([.. Shelf.Papers, Kites]);
    private static readonly TasteInput Taste = Shelf.Reader(Shelf.Topic("paper kites"));

    [Fact]
    public void A_single_doubtful_paper_is_no_mail_and_the_reader_is_told_what_one_needs()
    {
        var just = Shelf.Wide with { MinimumChance = Chance(Taste) - 0.001 };
        var chosen = Set.Choose(Taste, just);
        var held = Set.Explain(Taste, Kites.Id, just).HeldBack;

        Assert.Empty(chosen.Picks);
        Assert.Contains("the nearest was 'Gulls over a Bay'", chosen.Reason);
        Assert.Contains("a single paper is sent from", chosen.Reason);
        Assert.Contains(held, h => h.Contains("too low for a mail of its own"));
    }

    [Fact]
    public void It_is_mailed_beside_another_and_alone_where_it_is_sure_enough()
    {
        var more = Shelf.Reader(Shelf.Topic("paper kites"), Shelf.Topic("lantern fish"));
        var just = Shelf.Wide with { MinimumChance = Chance(Taste) - 0.001 };

        Assert.Contains(Set.Choose(more, just).Picks, p => p.Paper.Id == Kites.Id);
        Assert.Contains(Set.Choose(Taste, Shelf.Wide with { MinimumChance = Chance(Taste) / 2.1 }).Picks, p => p.Paper.Id == Kites.Id);
    }

    private static double Chance(TasteInput taste) => Set.Rank(taste).Single(p => p.Paper.Id == Kites.Id).Chance;
}
