namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Logistic regression by Newton's method.</summary>
internal static class Logistic
{
    private const int Steps = 25;

    public static double Chance(double[] fit, double[] features) => 1 / (1 + Math.Exp(-LogOdds(fit, features)));

    public static double LogOdds(double[] fit, double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < fit.Length; i++)
        {
            sum += fit[i] * features[i];
        }

        return sum;
    }

    /// <param name="rows">Features, a constant among them for the base, and whether it holds.</param>
    /// <param name="ridge">Keeps factors small, so that a feature that never varies does no harm.</param>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool Holds)> rows, double ridge = 1)
    {
        var n = rows[0].Features.Length;
        var fit = new double[n];
        for (var step = 0; step < Steps; step++)
        {
            var (hessian, gradient) = (new double[n, n], new double[n]);
            foreach (var (features, holds) in rows)
            {
                var chance = Chance(fit, features);
                for (var i = 0; i < n; i++)
                {
                    gradient[i] += features[i] * ((holds ? 1 : 0) - chance);
                    for (var j = 0; j < n; j++)
                    {
                        hessian[i, j] += features[i] * features[j] * chance * (1 - chance);
                    }
                }
            }

            for (var i = 0; i < n; i++)
            {
                hessian[i, i] += ridge;
                gradient[i] -= ridge * fit[i];
            }

            Solve(hessian, gradient);
            for (var i = 0; i < n; i++)
            {
                fit[i] += gradient[i];
            }

            if (gradient.All(g => Math.Abs(g) < 1e-6))
            {
                break;
            }
        }

        return fit;
    }

    /// <summary>Gauss-Jordan for the positive definite system; the solution replaces the right side.</summary>
    private static void Solve(double[,] m, double[] right)
    {
        var n = right.Length;
        for (var p = 0; p < n; p++)
        {
            for (var row = 0; row < n; row++)
            {
                var factor = row == p ? 0 : m[row, p] / m[p, p];
                for (var column = p; column < n; column++)
                {
                    m[row, column] -= factor * m[p, column];
                }

                right[row] -= factor * right[p];
            }
        }

        for (var i = 0; i < n; i++)
        {
            right[i] /= m[i, i];
        }
    }
}
