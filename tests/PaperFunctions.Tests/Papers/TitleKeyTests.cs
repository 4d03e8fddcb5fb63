using PaperFunctions.Papers;
using PaperFunctions.Tests.Formats;

namespace PaperFunctions.Tests.Papers;

public class TitleKeyTests
{
    private static readonly (bool Same, string First, string Second, string What)[] Pairs =
        [.. File.ReadLines(Path.Combine(Samples.TestsFolder, "PaperFunctions.Tests", "Papers", "title-pairs.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t'))
            .Select(f => (f[0] == "same", f[1], f[2], f[3]))];

    [Fact]
    public void Two_hundred_pairs_are_judged_without_a_false_merge_and_hardly_a_miss()
    {
        var merged = Pairs.Where(p => TitleKey.Of(p.First) == TitleKey.Of(p.Second)).ToArray();
        var falseMerges = merged.Where(p => !p.Same).Select(p => $"{p.First} | {p.Second}");
        var misses = Pairs.Except(merged).Where(p => p.Same && !p.What.EndsWith("(not attempted)", StringComparison.Ordinal))
            .Select(p => $"{p.First} | {p.Second}");
        var recall = merged.Count(p => p.Same) / (double)Pairs.Count(p => p.Same);

        Assert.True(Pairs.Length >= 200, $"{Pairs.Length} pairs");
        Assert.Empty(falseMerges);
        Assert.Empty(misses);
        Assert.InRange(recall, 0.97, 1);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("?!...", "")]
    [InlineData("***", "")]
    [InlineData("A Tale of 2 Cities", "ataleof2cities")]
    [InlineData("\\", "")]
    [InlineData("\\frac", "")]
    [InlineData("&", "and")]
    [InlineData("\uD800x", "x")]
    public void A_key_is_letters_and_digits(string title, string key)
    {
        Assert.Equal(key, TitleKey.Of(title));
    }

    [Fact]
    public void A_key_of_a_key_is_the_key()
    {
        foreach (var key in Pairs.Select(p => TitleKey.Of(p.First)))
        {
            Assert.Equal(key, TitleKey.Of(key));
        }
    }

    [Fact]
    public void Long_titles_have_keys_too()
    {
        Assert.Equal(100_000, TitleKey.Of(new string('É', 100_000)).Length);
        Assert.Equal(80_000, TitleKey.Of(new string('∞', 10_000)).Length);
    }
}
