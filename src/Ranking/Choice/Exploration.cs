using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Finds the one paper a step beyond what was asked for: it touches a topic, or lies near a liked paper, and is not good enough to
/// be picked for that.</summary>
internal static class Exploration
{
    /// <summary>Cosine to a liked paper, at least: less is no neighbourhood.</summary>
    private const float Near = 0.3f;

    /// <summary>The chance, at least: below it a paper has a word of the topic by accident.</summary>
    private const double LeastChance = 0.03;

    /// <summary>Share of a topic that one word must stand for to touch it: the only word of a topic, or its acronym.</summary>
    private const float Whole = 0.85f;

    private const int MostLookedAt = 50;

    /// <returns>The best such candidate; null where there is none.</returns>
    public static int? Find(Scoring scoring, IReadOnlyList<int> chosen, ChoiceOptions options)
    {
        foreach (var at in scoring.Best(chosen.Count + scoring.Taste.Input.Rated.Count + MostLookedAt, options.Eligible))
        {
            if (scoring.Chance(at) < LeastChance)
            {
                return null;
            }

            if (!scoring.IsVoted(at) && !EmptyReasons.Qualifies(scoring, at, options) && Reasons(scoring, at).Count > 0
                && !Chooser.IsTwin(scoring, chosen, at))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>What of the reader's tastes it lies next to; empty where that is nothing.</summary>
    public static IReadOnlyList<string> Reasons(Scoring scoring, int at)
    {
        var aim = scoring.Taste.Aims.Where(a => Touches(a, at)).MaxBy(a => scoring.OddsOf(a, at));
        var like = scoring.Taste.Parts.Where(p => p.Kind == TastePartKind.Like).MaxBy(p => Closeness(scoring, p, at));
        return aim is not null
            ? [$"it touches {TopicQuote.Of(scoring.Set.Papers[at].Paper, aim.Part.Words, aim.Topic!.In(at)!.Value.Evidence)}"]
            : like is not null && Closeness(scoring, like, at) >= Near ? [$"a step beyond '{like.Words}', which you liked"]
            : [];
    }

    /// <summary>Whether a paper has the topic, or two of its words close together: one word of several,
    /// as 'world' of "world models", touches nothing.</summary>
    private static bool Touches(Aim aim, int at) =>
        aim.Topic?.In(at)?.Evidence is { } evidence && (evidence.From != evidence.To || evidence.Together >= Whole);

    private static float Closeness(Scoring scoring, TastePart like, int at) => Vectors.Dot(like.Place, scoring.Set.Place(at));
}
