using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Finds the one paper outside the interests: neither near nor far from the taste, and typical of what else is new.</summary>
internal static class Exploration
{
    // What the reader has said nothing about: scores around 0, the mean of the corpus, measured by the best one.
    private const float Unknown = 0.25f;
    private const float LeastUnknown = 0.5f;

    /// <summary>What it was taken for: not for its score, which comes from interests.</summary>
    public static IReadOnlyList<string> Reasons(Paper paper) => paper.Upvotes is > 0 and var upvotes
        ? [FormattableString.Invariant($"{upvotes} {(upvotes == 1 ? "upvote" : "upvotes")}")]
        : ["typical of what else is new"];

    /// <returns>A candidate; null where there is none that the taste says nothing about.</returns>
    public static int? Find(Scoring scoring, IReadOnlyList<int> chosen, ChoiceOptions options)
    {
        var voted = scoring.Taste.Input.Rated.Select(r => r.Paper.Title).ToHashSet(StringComparer.Ordinal);
        var unknown = chosen.Count == 0 ? LeastUnknown : Math.Max(LeastUnknown, Unknown * scoring.Score(chosen[0]));
        int? best = null;
        var most = (Upvotes: -1, Typical: 0f);
        for (var at = 0; at < scoring.Count; at++)
        {
            if (Math.Abs(scoring.Score(at)) > unknown || scoring.IsMuted(at))
            {
                continue;
            }

            var paper = scoring.Set.Papers[at].Paper;
            var merit = (Upvotes: paper.Upvotes ?? 0, Typical: Vectors.Dot(scoring.Set.Place(at), scoring.Set.Centre));
            if (merit.CompareTo(most) > 0 && !voted.Contains(paper.Title) && !chosen.Contains(at)
                && options.Eligible?.Invoke(scoring.Set.Papers[at]) != false)
            {
                (best, most) = (at, merit);
            }
        }

        return best;
    }
}
