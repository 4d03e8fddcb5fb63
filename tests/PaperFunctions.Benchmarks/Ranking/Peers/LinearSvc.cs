namespace PaperFunctions.Benchmarks.Ranking.Peers;

/// <summary>A linear support vector machine with squared hinge loss and balanced classes, as
/// scikit-learn's LinearSVC minimises it.</summary>
/// <remarks>Dual coordinate descent (Hsieh et al. 2008, doi:10.1145/1390156.1390208); the optimum is
/// unique, so the way there does not matter.
/// The bias is a feature of 1, regularised like the others.</remarks>
internal static class LinearSvc
{
    private const double Tolerance = 1e-6;
    private const int MaxRounds = 10_000;

    public static (double[] Weights, double Bias) Fit((int Term, float Weight)[][] rows, int terms, bool[] positive, double c)
    {
        var weights = new double[terms + 1];
        var alpha = new double[rows.Length];
        var positives = Math.Max(1, positive.Count(p => p));
        double Cost(int i) => c * rows.Length / (2.0 * (positive[i] ? positives : rows.Length - positives));
        double[] squares = [.. rows.Select((r, i) => 1 + r.Sum(t => (double)t.Weight * t.Weight) + (1 / (2 * Cost(i))))];
        for (var round = 0; round < MaxRounds; round++)
        {
            var worst = 0.0;
            for (var i = 0; i < rows.Length; i++)
            {
                var y = positive[i] ? 1 : -1;
                var gradient = (y * Along(rows[i], weights)) - 1 + (alpha[i] / (2 * Cost(i)));
                var projected = alpha[i] == 0 ? Math.Min(gradient, 0) : gradient;
                worst = Math.Max(worst, Math.Abs(projected));
                var before = alpha[i];
                alpha[i] = Math.Max(before - (gradient / squares[i]), 0);
                Add(rows[i], weights, y * (alpha[i] - before));
            }

            if (worst < Tolerance)
            {
                break;
            }
        }

        return (weights, weights[^1]);
    }

    private static double Along((int Term, float Weight)[] row, double[] weights)
    {
        var sum = weights[^1];
        foreach (var (term, weight) in row)
        {
            sum += weight * weights[term];
        }

        return sum;
    }

    private static void Add((int Term, float Weight)[] row, double[] weights, double step)
    {
        foreach (var (term, weight) in row)
        {
            weights[term] += step * weight;
        }

        weights[^1] += step;
    }
}
