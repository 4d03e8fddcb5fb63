using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>One vote as the ranker sees it.</summary>
/// <param name="Place">Of the paper.</param>
/// <param name="Target">What the score should come near to: above 0 for likes, below for dislikes.</param>
/// <param name="Weight">How much it counts, above 0 to 1; fades with age.</param>
internal sealed record PlacedVote(float[] Place, float Target, float Weight);

/// <summary>The direction that fits the votes best and stays short: weighted ridge regression, so that
/// alike votes do not count twice.</summary>
/// <remarks>Minimises the sum of weight x (target - direction . place)^2 plus penalty x |direction|^2. Solved among the votes (kernel form)
/// while they are few, among the numbers of a vector where they are many: the cost is bounded by the latter.</remarks>
internal sealed class Ridge
{
    private readonly IReadOnlyList<PlacedVote> _votes;
    private readonly double[] _matrix;
    private readonly double[] _solution;

    /// <param name="votes">At least one.</param>
    /// <param name="penalty">Above 0.</param>
    public Ridge(IReadOnlyList<PlacedVote> votes, double penalty)
    {
        _votes = votes;
        (_matrix, _solution) = AmongVotes ? Kernel(penalty) : Normal(penalty);
        Cholesky.Factor(_matrix, _solution.Length);
        Cholesky.SolveForward(_matrix, _solution);
        Cholesky.SolveBackward(_matrix, _solution);
        Direction = AmongVotes ? Sum() : [.. _solution.Select(d => (float)d)];
    }

    public float[] Direction { get; }

    private bool AmongVotes => _votes.Count <= Space.Width;

    /// <summary>What the other votes alone would say of a voted paper: its score without its own vote.</summary>
    /// <remarks>Exact, from the factors at hand: Golub, Heath and Wahba 1979.</remarks>
    public double WithoutItself(int vote)
    {
        var (place, target, weight) = _votes[vote];
        if (AmongVotes)
        {
            var unit = new double[_votes.Count];
            unit[vote] = 1;
            Cholesky.SolveForward(_matrix, unit, vote);
            return target - (_solution[vote] / Squares(unit));
        }

        var own = Array.ConvertAll(place, p => (double)p);
        Cholesky.SolveForward(_matrix, own);
        var share = weight * Squares(own);
        return (Vectors.Dot(place, Direction) - (share * target)) / (1 - share);
    }

    private static double Squares(double[] values) => values.Sum(v => v * v);

    private (double[] Matrix, double[] Right) Kernel(double penalty)
    {
        var n = _votes.Count;
        var kernel = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                kernel[(i * n) + j] = Vectors.Dot(_votes[i].Place, _votes[j].Place);
            }

            kernel[(i * n) + i] += penalty / _votes[i].Weight;
        }

        return (kernel, [.. _votes.Select(v => (double)v.Target)]);
    }

    private (double[] Matrix, double[] Right) Normal(double penalty)
    {
        const int n = Space.Width;
        var (normal, right) = (new double[n * n], new double[n]);
        foreach (var (place, target, weight) in _votes)
        {
            for (var i = 0; i < n; i++)
            {
                double factor = weight * place[i];
                right[i] += factor * target;
                for (var j = 0; j <= i; j++)
                {
                    normal[(i * n) + j] += factor * place[j];
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            normal[(i * n) + i] += penalty;
        }

        return (normal, right);
    }

    private float[] Sum()
    {
        var direction = new float[Space.Width];
        for (var i = 0; i < _votes.Count; i++)
        {
            SparseRows.AddScaled(direction, _votes[i].Place, (float)_solution[i]);
        }

        return direction;
    }
}
