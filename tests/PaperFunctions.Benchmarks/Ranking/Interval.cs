namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>A mean over pages, with the middle 95 % of what other draws of trials would have given
/// (percentile bootstrap within pages).</summary>
internal sealed record Interval(double Mean, double Low, double High)
{
    private const int Samples = 1000;

    public override string ToString() => $"{Mean:.000} ({Low:.000}-{High:.000})";

    /// <param name="values">For each page its trials' values.</param>
    public static Interval Of(IEnumerable<double[]> values)
    {
        double[][] pages = [.. values.Where(v => v.Length > 0)];
        var random = new Random(7);
        var means = new double[Samples];
        for (var s = 0; s < Samples; s++)
        {
            means[s] = pages.Average(p =>
            {
                var sum = 0.0;
                for (var i = 0; i < p.Length; i++)
                {
                    sum += p[random.Next(p.Length)];
                }

                return sum / p.Length;
            });
        }

        Array.Sort(means);
        return new Interval(pages.Average(p => p.Average()), means[(int)(Samples * 0.025)], means[(int)(Samples * 0.975)]);
    }
}
