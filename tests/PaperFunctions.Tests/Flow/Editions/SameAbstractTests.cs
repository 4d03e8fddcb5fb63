using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Editions;

public sealed class SameAbstractTests
{
    private static readonly string Abstract = string.Concat(Enumerable.Repeat("Sponge reefs grow for centuries and are gone in an hour. ", 8));

    [Fact]
    public void A_work_under_two_titles_is_one_and_short_or_other_abstracts_tell_works_apart()
    {
        Assert.Equal(Key(1, "Sponge reefs", Abstract), Key(2, "Reefs of sponge, revisited", Abstract.ToUpperInvariant().Replace(". ", " - ", StringComparison.Ordinal)));
        Assert.NotEqual(Key(1, "Sponge reefs", "We count."), Key(2, "Tide gauges", "We count."));
        Assert.NotEqual(Key(1, "Sponge reefs", Abstract), Key(2, "Sponge reefs", "Unlike others. " + Abstract));
    }

    private static string Key(int id, string title, string text) =>
        SameAbstract.KeyOf(new StoredPaper(new PaperId($"{id:x32}"), new Paper { Title = title, Abstract = text }));
}
