namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Scores to chances by logistic regression fitted on other pages, and the Brier score of those chances.</summary>
/// <remarks>The log-odds are a + z (b + c ln(1 + likes) + d [phrase]), z being the score less its mean over its deviation within a trial.</remarks>
internal static class Brier
{
    private const int Steps = 25;

    /// <summary>For each trial the mean squared difference between chance and truth, the chances fitted on the pages of the others.</summary>
    public static double[] HeldOut(Pages pages, IReadOnlyList<Trial> trials, IReadOnlyList<float[]> scores)
    {
        var rows = trials.Select((t, i) => Rows(pages, t, scores[i])).ToList();
        double[][] fits = [.. pages.Names.Select((_, held) => Fit([.. rows.Where((_, i) => trials[i].Page != held).SelectMany(r => r)]))];
        return [.. rows.Select((r, i) => r.Average(x => Math.Pow(Chance(fits[trials[i].Page], x.Features) - (x.Relevant ? 1 : 0), 2)))];
    }

    /// <summary>The fit over all pages, to be shipped.</summary>
    public static double[] FitAll(Pages pages, IReadOnlyList<Trial> trials, IReadOnlyList<float[]> scores, bool standardise) =>
        Fit([.. trials.SelectMany((t, i) => Rows(pages, t, scores[i], standardise))]);

    public static double Of(Pages pages, Trial trial, float[] chances) =>
        Enumerable.Range(0, chances.Length).Where(i => !trial.Excludes(i)).Average(i => Math.Pow(chances[i] - (pages.Has[trial.Page][i] ? 1 : 0), 2));

    /// <summary>The open papers of a trial, weighed so that the wanted ones make up a given share; the weights add up to 1.</summary>
    public static IEnumerable<(double Chance, bool Wanted, double Weight)> Weighed(Pages pages, Trial trial, float[] chances, double share)
    {
        int[] open = [.. Enumerable.Range(0, chances.Length).Where(i => !trial.Excludes(i))];
        var wanted = open.Count(i => pages.Has[trial.Page][i]);
        return open.Select(i => pages.Has[trial.Page][i] ? (chances[i], true, share / wanted) : ((double)chances[i], false, (1 - share) / (open.Length - wanted)));
    }

    private static List<(double[] Features, bool Relevant)> Rows(Pages pages, Trial trial, float[] scores, bool standardise = true)
    {
        int[] open = [.. Enumerable.Range(0, scores.Length).Where(i => !trial.Excludes(i))];
        var mean = standardise ? open.Average(i => (double)scores[i]) : 0;
        var deviation = standardise ? Math.Sqrt(open.Average(i => Math.Pow(scores[i] - mean, 2))) : 1;
        var strength = Math.Log(1 + trial.Likes.Length);
        return [.. open.Select(i =>
        {
            var z = deviation == 0 ? 0 : (scores[i] - mean) / deviation;
            return (new[] { 1, z, z * strength, trial.Phrase is null ? 0 : z }, pages.Has[trial.Page][i]);
        })];
    }

    private static double Chance(double[] fit, double[] features) => 1 / (1 + Math.Exp(-fit.Zip(features, (a, b) => a * b).Sum()));

    /// <summary>Newton's method with a little ridge, so that a feature that never varies does no harm.</summary>
    private static double[] Fit(List<(double[] Features, bool Relevant)> rows)
    {
        const int n = 4;
        var fit = new double[n];
        for (var step = 0; step < Steps; step++)
        {
            var (hessian, gradient) = (new double[n, n], new double[n]);
            foreach (var (features, relevant) in rows)
            {
                var chance = Chance(fit, features);
                for (var i = 0; i < n; i++)
                {
                    gradient[i] += features[i] * ((relevant ? 1 : 0) - chance);
                    for (var j = 0; j < n; j++)
                    {
                        hessian[i, j] += features[i] * features[j] * chance * (1 - chance);
                    }
                }
            }

            for (var i = 0; i < n; i++)
            {
                hessian[i, i] += 1;
                gradient[i] -= fit[i];
            }

            Solve(hessian, gradient);
            for (var i = 0; i < n; i++)
            {
                fit[i] += gradient[i];
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
