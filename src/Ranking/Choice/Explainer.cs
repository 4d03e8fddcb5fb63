using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Answers "why this paper" and "why not".</summary>
internal static class Explainer
{
    private const int Features = 5;

    public static Verdict Explain(Scoring scoring, PaperId paper, ChoiceOptions options)
    {
        var at = -1;
        for (var i = 0; i < scoring.Set.Papers.Count && at < 0; i++)
        {
            at = scoring.Set.Papers[i].Id == paper ? i : -1;
        }

        var order = scoring.Order().ToList();
        if (at < 0)
        {
            return new Verdict(null, null, order.Count, null, null, false, [], ["It is not among the new papers."]);
        }

        if (scoring.IsMuted(at))
        {
            return new Verdict(scoring.Set.Papers[at], null, order.Count, null, null, false, Reasons.For(scoring, at, Features), ["It has a phrase that you muted."]);
        }

        var picked = Chooser.Choose(scoring, options).Picks.Any(p => p.Paper.Id == paper);
        var against = Reasons.Against(scoring, at, Features);
        return new Verdict(
            scoring.Set.Papers[at],
            order.IndexOf(at) + 1,
            order.Count,
            scoring.Score(at),
            scoring.Chance(at),
            picked,
            Reasons.For(scoring, at, Features),
            picked ? against : [.. against, Missed(scoring, at, options)]);
    }

    private static string Missed(Scoring scoring, int at, ChoiceOptions options) =>
        EmptyReasons.Before(scoring) ?? (scoring.Score(at) <= 0 ? "Nothing in it matches your interests."
        : scoring.Chance(at) < options.MinimumChance
            ? FormattableString.Invariant($"Its chance of {scoring.Chance(at):P0} is below the minimum of {options.MinimumChance:P0}.")
            : "Other papers ranked higher and filled the edition.");
}
