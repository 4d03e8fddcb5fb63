using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Papers;

public class PaperKeyTests
{
    [Fact]
    public void Keys_come_best_first()
    {
        var paper = new Paper { Title = "Tidal Locks", ArxivId = "2401.01234", Doi = "10.1000/x" };
        Assert.Equal([PaperKeyKind.Arxiv, PaperKeyKind.Doi, PaperKeyKind.Title], PaperKey.Of(paper).Select(k => k.Kind));
    }

    [Fact]
    public void A_title_that_many_works_share_does_not_make_them_one()
    {
        var first = new Paper { Title = "Editorial", Abstract = "This issue is about tides." };
        var second = new Paper { Title = "Editorial.", Abstract = "This issue is about harbours." };
        Assert.NotEqual(PaperKey.Of(first), PaperKey.Of(second));
        Assert.Equal(PaperKey.Of(first), PaperKey.Of(first with { Title = "EDITORIAL" }));
    }

    [Fact]
    public void The_opening_of_an_abstract_is_a_key_where_it_is_long_enough_to_tell()
    {
        var reefs = string.Concat(Enumerable.Repeat("Sponge reefs grow for centuries and are gone in an hour. ", 8));
        Assert.Equal(PaperKeyKind.Abstract, PaperKey.Of(new Paper { Title = "Reefs", Abstract = reefs })[^1].Kind);
        Assert.Equal(
            PaperKey.OfAbstract(reefs), PaperKey.OfAbstract(reefs.ToUpperInvariant().Replace(". ", " - ", StringComparison.Ordinal)));
        Assert.NotEqual(PaperKey.OfAbstract(reefs), PaperKey.OfAbstract("Unlike others. " + reefs));
        Assert.Null(PaperKey.OfAbstract("We count."));
        Assert.Empty(PaperKey.Of(new Paper { Title = "?", Abstract = reefs }));
    }

    [Fact]
    public void The_id_of_a_key_is_an_id_and_depends_on_its_kind()
    {
        var doi = new PaperKey(PaperKeyKind.Doi, "10.1000/x").ToId();
        Assert.True(PaperId.TryParse(doi.Value, out _));
        Assert.NotEqual(doi, new PaperKey(PaperKeyKind.Title, "10.1000/x").ToId());
    }
}
