using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Gives everything that a reader asked for its share: the best of each before the second of one.</summary>
internal static class Shares
{
    /// <param name="best">Candidates that are good enough, best first.</param>
    /// <param name="minimum">The chance from which on a paper counts for a topic.</param>
    /// <returns>The same, round by round; within a round the best first. Votes move a paper by a round
    /// for each standard deviation.</returns>
    public static IEnumerable<int> InTurn(Scoring scoring, IReadOnlyList<int> best, double minimum)
    {
        var groups = Groups(scoring);
        if (groups.Count < 2)
        {
            return best;
        }

        var taken = new int[groups.Count];
        var placed = new List<(int At, float Round, int Order)>();
        foreach (var at in best)
        {
            var own = Own(scoring, groups, at, minimum);
            placed.Add((at, own.Min(g => taken[g]) - VotesFor(scoring, at), placed.Count));
            own.ForEach(g => taken[g]++);
        }

        return placed.OrderBy(p => p.Round).ThenBy(p => p.Order).Select(p => p.At);
    }

    /// <summary>Whoever likes papers on one topic and dislikes those on another wants more of the one.</summary>
    private static float VotesFor(Scoring scoring, int at) =>
        scoring.Taste.HasVotes ? Math.Clamp(scoring.NearnessOf(at), -Odds.Farthest, Odds.Farthest) : 0;

    /// <summary>What takes turns: each topic with its label, each author; null stands for the votes.</summary>
    private static List<IGrouping<TastePart?, Aim?>> Groups(Scoring scoring)
    {
        IEnumerable<Aim?> aims = scoring.Taste.Aims;
        return [.. (scoring.Taste.HasLikes ? aims.Append(null) : aims).GroupBy(a => a?.Part)];
    }

    /// <summary>The groups that would have asked for the paper by themselves; the best one where none would.</summary>
    private static List<int> Own(Scoring scoring, List<IGrouping<TastePart?, Aim?>> groups, int at, double minimum)
    {
        var chances = groups.ConvertAll(g =>
            g.Max(a => Calibration.Chance(a is null ? scoring.OddsOfVotes(at) : scoring.OddsOf(a, at) ?? float.NegativeInfinity)));
        var own = Enumerable.Range(0, chances.Count).Where(g => chances[g] >= minimum).ToList();
        return own.Count > 0 ? own : [chances.IndexOf(chances.Max())];
    }
}
