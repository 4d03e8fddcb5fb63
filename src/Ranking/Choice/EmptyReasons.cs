using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Why an edition has no picks, in one sentence that the reader can act on.</summary>
internal static class EmptyReasons
{
    private const int MostNamed = 3;

    /// <summary>A reason that is known without scores; null where there is something to choose by.</summary>
    public static string? Before(Scoring scoring)
    {
        if (scoring.Count == 0)
        {
            return "No new papers arrived.";
        }

        if (scoring.Open == 0)
        {
            return "Every new paper has a phrase that you muted.";
        }

        if (scoring.Taste.HasAim)
        {
            return null;
        }

        string[] topics = [.. scoring.Taste.Input.Interests.Where(i => i.Kind == InterestKind.Topic).Select(i => $"'{i.Text}'")
            .Take(MostNamed)];
        return topics.Length > 0
            ? $"No new paper has the words of {(topics.Length > 1 ? "your topics" : "your topic")} {string.Join(", ", topics)}."
            : "There is nothing to choose by yet: add a topic or an author, or like a paper.";
    }

    /// <summary>Whether a candidate is good enough for an edition.</summary>
    public static bool Qualifies(Scoring scoring, int at, ChoiceOptions options) => scoring.Chance(at) >= options.MinimumChance;

    public static string After(Scoring scoring, ChoiceOptions options)
    {
        var eligible = scoring.Best(scoring.Taste.Input.Rated.Count + 1, options.Eligible);
        if (eligible.Count == 0)
        {
            return "Every new paper was sent to you or voted on before.";
        }

        int[] open = [.. eligible.Where(at => !scoring.IsVoted(at))];
        return open.Length == 0
            ? "You have voted on every new paper that would have qualified."
            : $"Nothing that you asked for came in; the nearest was '{scoring.Set.Papers[open[0]].Paper.Title}' "
                + $"({Level(scoring.Chance(open[0]), options)}).";
    }

    private static string Level(double chance, ChoiceOptions options) =>
        $"a chance of {chance * 100:0} % that you would want it; {Needed(chance, options)}";

    private static string Needed(double chance, ChoiceOptions options) => chance < options.MinimumChance
        ? $"papers are sent from {options.MinimumChance * 100:0} %"
        : $"a single paper is sent from {MailWorth.Least(options.MinimumChance) * 100:0} %";
}
