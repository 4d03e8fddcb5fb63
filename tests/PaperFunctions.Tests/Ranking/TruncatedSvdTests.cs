using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Tests.Ranking;

public class TruncatedSvdTests
{
    [Fact]
    public void The_leading_vectors_of_a_matrix_of_known_make_are_found()
    {
        // 7 v1 on five rows, 3 v2 on four, 1 v3 on three: the singular values are 7 sqrt 5, 3 sqrt 4, sqrt 3.
        float[][] vectors = [[0.6f, 0, 0.8f, 0], [0, 1, 0, 0], [-0.8f, 0, 0.6f, 0]];
        var matrix = new SparseRows(4);
        foreach (var (factor, vector, times) in new[] { (7f, 0, 5), (3f, 1, 4), (1f, 2, 3) })
        {
            for (var i = 0; i < times; i++)
            {
                matrix.Add([0, 1, 2, 3], [.. vectors[vector].Select(x => x * factor)]);
            }
        }

        var found = TruncatedSvd.RightVectors(matrix, 3);

        for (var direction = 0; direction < 3; direction++)
        {
            var dot = Enumerable.Range(0, 4).Sum(i => found[(i * 3) + direction] * vectors[direction][i]);
            Assert.Equal(1, Math.Abs(dot), 1e-5);
        }
    }

    [Fact]
    public void More_directions_than_the_matrix_has_are_zero_and_nothing_is_not_a_number()
    {
        var matrix = new SparseRows(6);
        matrix.Add([1, 4], [0.6f, 0.8f]);
        matrix.Add([1, 4], [0.6f, 0.8f]);

        var found = TruncatedSvd.RightVectors(matrix, 5);

        Assert.All(found, f => Assert.True(float.IsFinite(f)));
        Assert.Equal(1, found.Chunk(5).Sum(row => row[0] * row[0]), 1e-5);
        Assert.Equal(0.8f, Math.Abs(found[20]), 1e-5);
    }

    [Fact]
    public void The_same_matrix_gives_the_same_bytes()
    {
        var random = new Random(5);
        var matrix = new SparseRows(300);
        for (var row = 0; row < 80; row++)
        {
            int[] ids = [.. Enumerable.Range(0, 300).Where(_ => random.Next(8) == 0)];
            matrix.Add(ids, [.. ids.Select(_ => random.NextSingle())]);
        }

        Assert.Equal(TruncatedSvd.RightVectors(matrix, 20), TruncatedSvd.RightVectors(matrix, 20));
    }
}
