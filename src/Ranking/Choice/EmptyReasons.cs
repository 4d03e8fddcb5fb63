namespace PaperFunctions.Ranking.Choice;

/// <summary>Why an edition has no picks, in one sentence that the reader can act on.</summary>
internal static class EmptyReasons
{
    /// <summary>A reason that is known without scores; null where there is something to choose by.</summary>
    public static string? Before(Scoring scoring)
    {
        if (scoring.Set.Papers.Count == 0)
        {
            return "No new papers arrived.";
        }

        if (scoring.HasLikes || scoring.Authors.Length > 0 || Array.Exists(scoring.Topics, t => t.HasWords))
        {
            return null;
        }

        return scoring.Topics.Length > 0
            ? $"The topic '{scoring.Topics[0].Text}' has no word to look for: name a subject."
            : "There is nothing to choose by yet: add a topic or an author, or like a paper.";
    }

    public static string After(Scoring scoring, ChoiceOptions options)
    {
        var open = scoring.Order().ToList();
        return open.Count == 0 ? "Every new paper has a phrase that you muted."
            : scoring.Score(open[0]) <= 0 ? "No new paper matches your interests."
            : FormattableString.Invariant(
                $"No new paper reached the minimum chance of {options.MinimumChance:P0}; the best had {scoring.Chance(open[0]):P0}.");
    }
}
