using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Tests.Ranking;

public class RidgeTests
{
    /// <summary>Few votes are solved among the votes, many among the numbers of a vector.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(Space.Width + 40)]
    public void A_vote_without_itself_is_what_the_other_votes_say_of_it(int count)
    {
        var votes = Votes(count);
        var ridge = new Ridge(votes, 1);
        foreach (var left in new[] { 0, count / 2, count - 1 })
        {
            var others = votes.Where((_, i) => i != left).ToList();
            var said = others.Count == 0 ? 0 : Vectors.Dot(votes[left].Embedding, new Ridge(others, 1).Direction);

            Assert.Equal(said, ridge.WithoutItself(left), 1e-4);
        }
    }

    [Fact]
    public void The_direction_fits_each_vote_as_far_as_its_weight_goes()
    {
        var embedding = new float[Space.Width];
        embedding[3] = 1;

        Assert.Equal(0.5, new Ridge([new EmbeddedVote(embedding, 1, 1)], 1).Direction[3], 1e-6);
        Assert.Equal(0.2, new Ridge([new EmbeddedVote(embedding, 1, 0.25f)], 1).Direction[3], 1e-6);
    }

    private static List<EmbeddedVote> Votes(int count)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var embedding = Enumerable.Range(0, Space.Width).Select(_ => (float)random.NextDouble() - 0.4f).ToArray();
            Vectors.ToUnit(embedding);
            return new EmbeddedVote(embedding, i % 4 == 3 ? -0.7f : 1, 1f / (1 + (i % 3)));
        })];
    }
}
