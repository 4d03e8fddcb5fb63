namespace PaperFunctions.Ranking.Tastes;

/// <summary>From a score to the chance that the reader is interested. Fitted by logistic regression; see docs/relevance.md.</summary>
/// <param name="Base">Log-odds of a paper with a score of 0.</param>
/// <param name="Slope">Log-odds for each standard deviation of the score.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Calibration(double Base, double Slope)
{
    /// <param name="likes">Likes, faded ones counted in part.</param>
    public static Calibration For(double likes, bool topics) => new(-0.82, 0.13 + (0.33 * Math.Log(1 + likes)) + (topics ? 0.17 : 0));

    public double Chance(double score) => 1 / (1 + Math.Exp(-(Base + (Slope * score))));
}
