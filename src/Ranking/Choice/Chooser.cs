using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Choice;

/// <summary>From scores to the picks of one edition: best first, no third version of one text, the last place for exploration.</summary>
internal static class Chooser
{
    /// <summary>Papers whose words are so alike are versions of one text.</summary>
    public const float NearIdentical = 0.5f;

    private const int MostAlike = 2;
    private const int LeastBesideExploration = 2;

    public static Selection Choose(Scoring scoring, ChoiceOptions options)
    {
        if (EmptyReasons.Before(scoring) is { } reason)
        {
            return new Selection([], CountEligible(scoring, options), reason);
        }

        var chosen = Take(scoring, options);
        var explored = options.Exploration ? Exploration.Find(scoring, chosen, options) : null;
        if (explored is { } found && Beside(scoring, chosen, found, options.Size) is { Count: >= LeastBesideExploration } beside)
        {
            chosen = [.. beside, found];
        }
        else
        {
            explored = null;
        }

        List<Pick> picks = [.. chosen.Select((at, i) => scoring.ToPick(at, i + 1, at == explored))];
        return new Selection(picks, CountEligible(scoring, options) - picks.Count, picks.Count > 0 ? null : EmptyReasons.After(scoring, options));
    }

    /// <summary>Whether a candidate is so much like two better ones that it is left out.</summary>
    public static bool IsThirdOfAKind(Scoring scoring, IReadOnlyList<int> chosen, int at)
    {
        var own = scoring.Set.EvidenceOf(at);
        return chosen.Count >= MostAlike && chosen.Count(c => scoring.Set.EvidenceOf(c).Likeness(own) > NearIdentical) >= MostAlike;
    }

    private static int CountEligible(Scoring scoring, ChoiceOptions options) =>
        options.Eligible is { } eligible ? scoring.Set.Papers.Count(eligible) : scoring.Count;

    /// <summary>The picks that stay where the edition has room for another paper too: the last ones give way.</summary>
    private static List<int> Beside(Scoring scoring, List<int> chosen, int more, EditionSize size)
    {
        List<int> beside = [.. chosen];
        while (beside.Count > 0 && !Fits(scoring, beside, more, size))
        {
            beside.RemoveAt(beside.Count - 1);
        }

        return beside;
    }

    private static bool Fits(Scoring scoring, List<int> chosen, int more, EditionSize size) =>
        chosen.Count < Limit(size) && !(size.Minutes < chosen.Append(more).Sum(at => ReadingTime.Minutes(scoring.Set.Papers[at].Paper)));

    private static List<int> Take(Scoring scoring, ChoiceOptions options)
    {
        var limit = Limit(options.Size);
        List<int> chosen = [];
        var minutes = 0.0;
        foreach (var at in scoring.Best((4 * limit) + scoring.Taste.Input.Rated.Count + 16, options.Eligible))
        {
            var paper = scoring.Set.Papers[at].Paper;
            var full = chosen.Count >= limit || (options.Size.Minutes < minutes + ReadingTime.Minutes(paper) && chosen.Count > 0);
            if (full || !EmptyReasons.Qualifies(scoring, at, options))
            {
                break;
            }

            if (!scoring.IsVoted(at) && !IsThirdOfAKind(scoring, chosen, at))
            {
                chosen.Add(at);
                minutes += ReadingTime.Minutes(paper);
            }
        }

        return chosen;
    }

    /// <summary>Most picks: a paper takes at least <see cref="ReadingTime.MinutesForTitle"/>.</summary>
    private static int Limit(EditionSize size) => size.Minutes is { } minutes
        ? Math.Max(1, (int)(minutes / ReadingTime.MinutesForTitle))
        : size.Papers ?? EditionSize.Default.Papers!.Value;
}
