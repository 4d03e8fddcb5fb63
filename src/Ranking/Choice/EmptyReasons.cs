using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Why an edition has no picks, in one sentence that the reader can act on.</summary>
internal static class EmptyReasons
{
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

        return scoring.Taste.Input.Interests.FirstOrDefault(i => i.Kind == InterestKind.Topic) is { } topic
            ? $"No new paper has a word of your topic '{topic.Text}': name a subject in other or more words."
            : "There is nothing to choose by yet: add a topic or an author, or like a paper.";
    }

    /// <summary>Whether a candidate is good enough for an edition.</summary>
    public static bool Qualifies(Scoring scoring, int at, ChoiceOptions options) =>
        scoring.Score(at) > 0 && scoring.Chance(at) >= options.MinimumChance;

    public static string After(Scoring scoring, ChoiceOptions options)
    {
        if (scoring.Best(1, options.Eligible) is not [var best])
        {
            return "Every new paper was sent to you or voted on before.";
        }

        if (Qualifies(scoring, best, options))
        {
            return "You have voted on every new paper that would have qualified.";
        }

        return scoring.Score(best) <= 0
            ? "No new paper comes near your interests."
            : FormattableString.Invariant($"No new paper reached the minimum chance of {options.MinimumChance * 100:0} %; the best had {scoring.Chance(best) * 100:0} %.");
    }
}
