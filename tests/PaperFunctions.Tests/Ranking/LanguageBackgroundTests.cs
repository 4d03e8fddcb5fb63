using PaperFunctions.Ranking.Background;

namespace PaperFunctions.Tests.Ranking;

public class LanguageBackgroundTests
{
    private static readonly LanguageBackground Shipped = LanguageBackground.Shipped;

    [Fact]
    public void It_is_learned_from_many_papers_and_knows_which_words_are_rare()
    {
        Assert.True(Shipped.Papers >= 50_000);
        Assert.True(Shipped.DocumentFrequency("graph") > 100 * Shipped.DocumentFrequency("sheaf"));
        Assert.True(Shipped.DocumentFrequency("sheaf") > 0);
        Assert.Equal(0, Shipped.DocumentFrequency("qqzzxq"));
    }

    [Theory]
    [InlineData("quantization", "bit", "protein")]
    [InlineData("protein", "molecul", "robot")]
    [InlineData("speech", "asr", "graph")]
    public void Words_that_are_used_alike_lie_together(string word, string alike, string unlike) =>
        Assert.True(Cosine(word, alike) > 0.3 + Cosine(word, unlike));

    [Fact]
    public void A_word_that_is_not_known_has_no_vector()
    {
        var vector = new float[LanguageBackground.Width];
        vector[0] = 1;

        Assert.False(Shipped.TryGetVector("qqzzxq", vector));
        Assert.All(vector, v => Assert.Equal(0, v));
    }

    [Fact]
    public void Acronyms_are_known_both_ways_whatever_their_number_and_case()
    {
        Assert.Equal("graph neural networks", Shipped.LongForms("GNN")[0]);
        Assert.Equal(Shipped.LongForms("GNN"), Shipped.LongForms("GNNs"));
        Assert.Contains("ssl", Shipped.ShortForms("Self-Supervised Learning"));
        Assert.Contains("gnn", Shipped.ShortForms("graph neural network"));
        Assert.Empty(Shipped.LongForms("qqzzxq"));
    }

    [Fact]
    public void It_is_read_as_it_was_written_and_refused_where_it_is_damaged()
    {
        var small = new LanguageBackground(7, ["tide", "moon"], [5, 2], [.. Enumerable.Range(0, 512).Select(i => (sbyte)(i % 9))],
            new Acronyms([("tm", "tide and moon", 6)]));
        var file = new MemoryStream();
        BackgroundFile.Write(small, file);

        var read = BackgroundFile.Read(new MemoryStream(file.ToArray()));

        Assert.Equal((7, 2, "tide and moon"), (read.Papers, read.DocumentFrequency("moon"), read.LongForms("TM")[0]));
        Assert.Equal(small.Vectors.ToArray(), read.Vectors.ToArray());
        Assert.Throws<InvalidDataException>(() => BackgroundFile.Read(new MemoryStream("hello"u8.ToArray())));
        Assert.Throws<InvalidDataException>(() => BackgroundFile.Read(new MemoryStream(file.ToArray()[..^9])));
    }

    private static float Cosine(string one, string other)
    {
        Span<float> a = stackalloc float[LanguageBackground.Width];
        Span<float> b = stackalloc float[LanguageBackground.Width];
        Assert.True(Shipped.TryGetVector(one, a));
        Assert.True(Shipped.TryGetVector(other, b));
        return PaperFunctions.Ranking.Features.Vectors.Dot(a, b);
    }
}
