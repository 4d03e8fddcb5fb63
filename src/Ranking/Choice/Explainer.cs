using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Answers "why this paper" and "why not".</summary>
internal static class Explainer
{
    private const int Features = 5;

    public static Verdict Explain(Scoring scoring, PaperId paper, ChoiceOptions options)
    {
        var at = scoring.Set.IndexOf(paper);
        if (at < 0)
        {
            return new Verdict(null, null, scoring.Ranked, null, null, false, [], ["It is not among the new papers."]);
        }

        var stored = scoring.Set.Papers[at];
        if (scoring.IsMuted(at))
        {
            return new Verdict(stored, null, scoring.Ranked, null, null, false, [], ["It has a phrase that you muted."]);
        }

        var picks = Chooser.Choose(scoring, options).Picks;
        var picked = picks.Any(p => p.Paper.Id == paper);
        var against = Reasons.Against(scoring, at, Features);
        return new Verdict(
            stored,
            scoring.RankOf(at),
            scoring.Ranked,
            scoring.Score(at),
            scoring.Chance(at),
            picked,
            Reasons.For(scoring, at, Features),
            picked ? against : [.. against, Missed(scoring, at, options, picks)]);
    }

    /// <summary>For each paper, what kept it out of the edition.</summary>
    public static IReadOnlyList<string> Missed(Scoring scoring, IReadOnlyList<PaperId> papers, ChoiceOptions options)
    {
        var picks = Chooser.Choose(scoring, options).Picks;
        return [.. papers.Select(paper => scoring.Set.IndexOf(paper) switch
        {
            < 0 => "It is not among the new papers.",
            var at when scoring.IsMuted(at) => "It has a phrase that you muted.",
            _ when picks.Any(p => p.Paper.Id == paper) => "By what is known now it would be picked.",
            var at => Missed(scoring, at, options, picks),
        })];
    }

    private static string Missed(Scoring scoring, int at, ChoiceOptions options, IReadOnlyList<Pick> picks)
    {
        if (EmptyReasons.Before(scoring) is { } reason)
        {
            return reason;
        }

        if (scoring.IsVoted(at))
        {
            return "You have voted on it already.";
        }

        if (options.Eligible?.Invoke(scoring.Set.Papers[at]) == false)
        {
            return "It came in at another time, or was sent to you or voted on before.";
        }

        if (!EmptyReasons.Qualifies(scoring, at, options))
        {
            return $"Its chance of {scoring.Chance(at) * 100:0} % is below the minimum of {options.MinimumChance * 100:0} %.";
        }

        if (picks.Count == 0)
        {
            return $"Its chance of {scoring.Chance(at) * 100:0} % is too low for a mail of its own, which needs "
                + $"{MailWorth.Least(options.MinimumChance) * 100:0} %.";
        }

        List<int> chosen = [.. picks.Where(p => !p.Exploration).Select(p => scoring.Set.IndexOf(p.Paper.Id))];
        return Chooser.IsTwin(scoring, chosen, at)
            ? "A paper that is nearly the same ranked higher."
            : "Other papers ranked higher and filled the edition.";
    }
}
