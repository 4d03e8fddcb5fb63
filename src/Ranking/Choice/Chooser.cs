using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Choice;

/// <summary>From scores to the picks of one edition.</summary>
internal static class Chooser
{
    public static Selection Choose(Scoring scoring, ChoiceOptions options)
    {
        var total = scoring.Set.Papers.Count;
        if (EmptyReasons.Before(scoring) is { } reason)
        {
            return new Selection([], total, reason);
        }

        List<Pick> picks = [];
        var minutes = 0.0;
        foreach (var at in scoring.Order())
        {
            minutes += ReadingTime.Minutes(scoring.Set.Papers[at].Paper);
            if (scoring.Chance(at) < options.MinimumChance || scoring.Score(at) <= 0 || IsFull(options.Size, picks.Count, minutes))
            {
                break;
            }

            picks.Add(scoring.ToPick(at, picks.Count + 1));
        }

        return new Selection(picks, total - picks.Count, picks.Count > 0 ? null : EmptyReasons.After(scoring, options));
    }

    /// <param name="minutes">With the next paper.</param>
    private static bool IsFull(EditionSize size, int picks, double minutes) =>
        size.Minutes is { } limit ? picks > 0 && minutes > limit : picks >= (size.Papers ?? EditionSize.Default.Papers);
}
