using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Choice;

/// <summary>From chances to the picks of one edition: every topic its share, no text twice, at most one
/// exploration where there is room.</summary>
internal static class PickSelector
{
    /// <summary>Papers whose words are so alike are versions of one text.</summary>
    public const float NearIdentical = 0.5f;

    private const int LeastBesideExploration = 2;

    public static Selection Choose(Scoring scoring, ChoiceOptions options)
    {
        if (EmptyReasons.Before(scoring) is { } reason)
        {
            return new Selection([], CountEligible(scoring, options), reason);
        }

        var chosen = Take(scoring, options);
        var room = chosen.Count >= LeastBesideExploration && options.Exploration;
        var explored = room && Exploration.Find(scoring, chosen, options) is { } found && Fits(scoring, chosen, found, options.Size)
            ? found
            : -1;
        List<Pick> picks = [.. chosen.Select((at, i) => scoring.ToPick(at, i + 1))];
        if (explored >= 0)
        {
            picks.Add(scoring.ToPick(explored, picks.Count + 1, exploration: true));
        }

        return new Selection(picks, CountEligible(scoring, options) - picks.Count, picks.Count > 0
            ? null
            : EmptyReasons.After(scoring, options));
    }

    /// <summary>Whether a candidate is another version of one that was chosen.</summary>
    public static bool IsTwin(Scoring scoring, IReadOnlyList<int> chosen, int at)
    {
        var own = scoring.Set.EvidenceOf(at);
        return chosen.Any(c => c != at && scoring.Set.EvidenceOf(c).Likeness(own) > NearIdentical);
    }

    private static int CountEligible(Scoring scoring, ChoiceOptions options) =>
        options.Eligible is { } eligible ? scoring.Set.Papers.Count(eligible) : scoring.Count;

    private static bool Fits(Scoring scoring, List<int> chosen, int more, EditionSize size) =>
        chosen.Count < Limit(size)
            && (chosen.Count == 0 || !(size.Minutes < chosen.Append(more).Sum(at => ReadingTime.Minutes(scoring.Set.Papers[at].Paper))));

    private static List<int> Take(Scoring scoring, ChoiceOptions options)
    {
        List<int> chosen = [];
        foreach (var at in Shares.InTurn(scoring, Qualified(scoring, options), options.MinimumChance))
        {
            if (!Fits(scoring, chosen, at, options.Size))
            {
                break;
            }

            if (!IsTwin(scoring, chosen, at))
            {
                chosen.Add(at);
            }
        }

        return MailWorth.IsEnough(chosen.Select(scoring.Chance), options.MinimumChance) ? chosen : [];
    }

    /// <summary>The candidates that are good enough, best first, a few more than any edition has room for.</summary>
    private static List<int> Qualified(Scoring scoring, ChoiceOptions options) =>
    [
        .. scoring.Best((8 * Limit(options.Size)) + scoring.Taste.Input.Rated.Count + 16, options.Eligible)
            .TakeWhile(at => EmptyReasons.Qualifies(scoring, at, options))
            .Where(at => !scoring.IsVoted(at) && Reasons.Any(scoring, at)),
    ];

    /// <summary>Most picks: a paper takes at least <see cref="ReadingTime.MinutesForTitle"/>.</summary>
    private static int Limit(EditionSize size) => size.Minutes is { } minutes
        ? Math.Max(1, (int)(minutes / ReadingTime.MinutesForTitle))
        : size.Papers ?? EditionSize.Default.Papers!.Value;
}
