namespace PaperFunctions.Ranking.Tastes;

/// <summary>From nearness to the votes to the log-odds that the reader wants a paper. Fitted by logistic
/// regression; see docs/relevance.md.</summary>
/// <param name="Base">Log-odds of a paper that is as near as the mean of the corpus.</param>
/// <param name="Slope">Log-odds for each standard deviation.</param>
/// <param name="Most">They never rise above this.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Calibration(float Base, float Slope, float Most)
{
    /// <summary>A reader of whom one like is known is taken to be as narrow as this.</summary>
    private const double UsualNarrowness = 1.5;

    /// <summary>Likes that have less in common are taken to have as much: a reader of everything does not want every paper.</summary>
    private const double LeastNarrowness = 0.75;

    /// <summary>Without likes, nearness only puts in order what no topic and no author speaks for: at
    /// most one in a hundred of these is wanted.</summary>
    public static Calibration WithoutLikes { get; } = new(-6, 0.3f, -4.6f);

    /// <summary>How near a paper that the reader wants will probably lie, in standard deviations: as near as each like lies to the others,
    /// and as usual where there are few likes.</summary>
    /// <param name="likes">Above 0; faded ones count in part.</param>
    /// <param name="alike">The mean nearness of the likes, each to the others.</param>
    public static double Narrowness(double likes, double alike)
    {
        var others = Math.Max(0, likes - 1);
        return Math.Max(LeastNarrowness, ((others * alike) + UsualNarrowness) / (others + 1));
    }

    /// <summary>Narrow readers want few papers, and these lie far from all others; broad readers want
    /// more, and these hardly stand out.</summary>
    /// <inheritdoc cref="Narrowness"/>
    public static Calibration For(double likes, double alike)
    {
        var narrow = Narrowness(likes, alike);
        return new((float)(-1.5 - (1.55 * narrow)), (float)((0.43 + (0.45 * narrow)) * Math.Min(1, likes)), float.PositiveInfinity);
    }

    public float LogOdds(float nearness) => Math.Min(Most, Base + (Slope * nearness));

    public static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
