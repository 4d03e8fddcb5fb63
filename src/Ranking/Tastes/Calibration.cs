namespace PaperFunctions.Ranking.Tastes;

/// <summary>From a score to the chance that the reader is interested. Fitted by logistic regression on pages of which a third is relevant, then
/// moved to the share that readers are expected to want (Saerens, Latinne and Decaestecker 2002, doi:10.1162/089976602753284446): the level
/// of all chances changes, their order does not. See docs/relevance.md.</summary>
/// <param name="Base">Log-odds of a paper with a score of 0, where it was fitted.</param>
/// <param name="Slope">Log-odds for each standard deviation of the score.</param>
/// <param name="Share">Share of the papers that the reader is expected to want, between 0 and 1.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Calibration(double Base, double Slope, double Share)
{
    /// <summary>Share of the papers that were wanted where the regression was fitted.</summary>
    public const double FittedShare = 0.34;

    /// <param name="likes">Likes, faded ones counted in part.</param>
    public static Calibration For(double likes, bool topics, double share) =>
        new(-0.82, 0.14 + (0.32 * Math.Log(1 + likes)) + (topics ? 0.19 : 0), share);

    public double Chance(double score) => 1 / (1 + Math.Exp(-(Base + LogOdds(Share) - LogOdds(FittedShare) + (Slope * score))));

    private static double LogOdds(double share) => Math.Log(share / (1 - share));
}
