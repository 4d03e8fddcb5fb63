namespace PaperFunctions.Ranking.Tastes;

/// <summary>From nearness to the votes to the log-odds that the reader wants a paper. Fitted by logistic regression; see docs/relevance.md.</summary>
/// <param name="Base">Log-odds of a paper that is as near as the mean of the corpus.</param>
/// <param name="Slope">Log-odds for each standard deviation.</param>
/// <param name="Most">They never rise above this.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Calibration(float Base, float Slope, float Most)
{
    /// <summary>Without likes, nearness only puts in order what no topic and no author speaks for: at most one in a hundred of these is wanted.</summary>
    private static readonly Calibration WithoutLikes = new(-6, 0.3f, -4.6f);

    /// <param name="likes">Likes, faded ones counted in part.</param>
    public static Calibration For(double likes) =>
        likes > 0 ? new(-2.35f, (float)(0.14 + (0.32 * Math.Log(1 + likes))), float.PositiveInfinity) : WithoutLikes;

    public float LogOdds(float nearness) => Math.Min(Most, Base + (Slope * nearness));

    public static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
