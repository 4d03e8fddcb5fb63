using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>One vote as the ranker sees it.</summary>
/// <param name="Place">Of the paper.</param>
/// <param name="Target">What the score should come near to: above 0 for likes, below for dislikes.</param>
/// <param name="Weight">How much it counts, above 0 to 1; fades with age.</param>
internal sealed record PlacedVote(float[] Place, float Target, float Weight);

/// <summary>The direction that fits the votes best and stays near what was said before them: weighted ridge regression, so that alike votes do
/// not count twice.</summary>
/// <remarks>Minimises the sum of weight x (target - direction . place)^2 plus penalty x |direction - prior|^2: the most probable direction
/// under a normal prior around what was said. Solved for the difference from the prior, among the votes (kernel form) while they are few, among
/// the numbers of a vector where they are many: the cost is bounded by the latter.</remarks>
internal static class Ridge
{
    /// <param name="votes">May be none: the prior is the answer then.</param>
    /// <param name="penalty">Above 0.</param>
    /// <param name="prior">The direction without any vote.</param>
    public static float[] Direction(IReadOnlyList<PlacedVote> votes, double penalty, float[] prior)
    {
        List<PlacedVote> left = [.. votes.Select(v => v with { Target = v.Target - Vectors.Dot(v.Place, prior) })];
        var direction = left.Count <= Space.Width ? AmongVotes(left, penalty) : AmongNumbers(left, penalty);
        SparseRows.AddScaled(direction, prior, 1);
        return direction;
    }

    private static float[] AmongVotes(List<PlacedVote> votes, double penalty)
    {
        var n = votes.Count;
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[(i * n) + j] = Vectors.Dot(votes[i].Place, votes[j].Place);
            }

            matrix[(i * n) + i] += penalty / votes[i].Weight;
        }

        var factors = Solve(matrix, [.. votes.Select(v => (double)v.Target)]);
        var direction = new float[Space.Width];
        for (var i = 0; i < n; i++)
        {
            SparseRows.AddScaled(direction, votes[i].Place, (float)factors[i]);
        }

        return direction;
    }

    private static float[] AmongNumbers(List<PlacedVote> votes, double penalty)
    {
        const int n = Space.Width;
        var (matrix, right) = (new double[n * n], new double[n]);
        foreach (var (place, target, weight) in votes)
        {
            for (var i = 0; i < n; i++)
            {
                double factor = weight * place[i];
                right[i] += factor * target;
                for (var j = 0; j <= i; j++)
                {
                    matrix[(i * n) + j] += factor * place[j];
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            matrix[(i * n) + i] += penalty;
        }

        return [.. Solve(matrix, right).Select(d => (float)d)];
    }

    /// <summary>Solves a symmetric, positive definite system of which the lower half is given; both are overwritten.</summary>
    private static double[] Solve(double[] m, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var left = m[(i * n) + j];
                for (var k = 0; k < j; k++)
                {
                    left -= m[(i * n) + k] * m[(j * n) + k];
                }

                m[(i * n) + j] = i == j ? Math.Sqrt(left) : left / m[(j * n) + j];
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                right[i] -= m[(i * n) + k] * right[k];
            }

            right[i] /= m[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                right[i] -= m[(k * n) + i] * right[k];
            }

            right[i] /= m[(i * n) + i];
        }

        return right;
    }
}
