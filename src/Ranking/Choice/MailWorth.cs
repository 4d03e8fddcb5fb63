namespace PaperFunctions.Ranking.Choice;

/// <summary>Whether picks are worth a mail: a single doubtful paper is not.</summary>
internal static class MailWorth
{
    /// <summary>The chance that at least one of two papers is wanted when each is just good enough to be
    /// picked. A mail must offer as much.</summary>
    /// <param name="minimum">As <see cref="ChoiceOptions.MinimumChance"/>.</param>
    public static double Least(double minimum) => 1 - ((1 - minimum) * (1 - minimum));

    /// <summary>Whether a mail with papers of these chances is as likely to hold something that the reader wants.</summary>
    public static bool IsEnough(IEnumerable<double> chances, double minimum) =>
        1 - chances.Aggregate(1.0, (left, chance) => left * (1 - chance)) >= Least(minimum);
}
