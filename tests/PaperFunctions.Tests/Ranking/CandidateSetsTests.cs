using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class CandidateSetsTests
{
    [Fact]
    public void The_same_papers_read_again_are_not_prepared_again()
    {
        var sets = new CandidateSets();
        var model = CorpusModel.Build(Shelf.Papers.Select(p => p.Paper));
        StoredPaper[] again = [.. Shelf.Papers.Reverse().Select(p => p with { Paper = p.Paper with { Authors = [.. p.Paper.Authors] } })];

        Assert.Same(sets.Get(Shelf.Papers, model), sets.Get(again, model));
    }

    [Fact]
    public void Any_change_of_a_paper_or_another_model_makes_another_set()
    {
        var sets = new CandidateSets();
        var first = sets.Get(Shelf.Papers, null);
        StoredPaper With(Func<StoredPaper, StoredPaper> change) => change(Shelf.Papers[0]);

        foreach (var changed in new[] { With(p => p with { FirstSeen = p.FirstSeen.AddHours(1) }),
            With(p => p with { Paper = p.Paper with { Abstract = "Other." } }), With(p => p with { FormerIds = [Shelf.Papers[1].Id] }) })
        {
            Assert.NotSame(first, sets.Get([changed, .. Shelf.Papers.Skip(1)], null));
        }

        Assert.NotSame(first, sets.Get(Shelf.Papers, CorpusModel.Build([])));
    }

    [Fact]
    public void Few_sets_are_kept()
    {
        var sets = new CandidateSets();
        var first = sets.Get([.. Shelf.Papers.Take(3)], null);
        for (var n = 4; n < 8; n++)
        {
            sets.Get([.. Shelf.Papers.Take(n)], null);
        }

        Assert.NotSame(first, sets.Get([.. Shelf.Papers.Take(3)], null));
    }
}
