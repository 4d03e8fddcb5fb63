using System.Buffers;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>Joins what speaks for a paper, each by itself, to the log-odds that the reader wants it.</summary>
internal static class Odds
{
    /// <summary>Several weak reasons make no strong one: a paper is wanted for the best of its reasons, others add little.</summary>
    private const float Sharpness = 3;

    /// <summary>Standard deviations of nearness that votes may move a topic's paper by.</summary>
    public const float Farthest = 3;

    public static float Either(float one, float other)
    {
        var (more, less) = one > other ? (one, other) : (other, one);
        return less - more < -4 ? more : more + (MathF.Log(1 + MathF.Exp(Sharpness * (less - more))) / Sharpness);
    }

    /// <summary>What was asked for, seen with the votes: they lift and lower it.</summary>
    /// <param name="named">Log-odds without votes.</param>
    public static float Refined(PreparedTaste taste, float named, float nearness) =>
        taste.HasVotes ? named + (Weights.Default.VotesOnTopics * Math.Clamp(nearness, -Farthest, Farthest)) : named;

    /// <summary>The log-odds of one candidate.</summary>
    public static float Of(PreparedTaste taste, int paper, float nearness)
    {
        var odds = taste.Calibration.LogOdds(nearness);
        foreach (var aim in taste.Aims)
        {
            odds = aim.LogOdds(paper) is { } named ? Either(odds, Refined(taste, named, nearness)) : odds;
        }

        return odds;
    }

    /// <summary>Turns nearness to log-odds, for all candidates. Allocates nothing.</summary>
    public static void Join(PreparedTaste taste, Span<float> scores)
    {
        var rented = ArrayPool<float>.Shared.Rent(scores.Length);
        var nearness = rented.AsSpan(0, scores.Length);
        scores.CopyTo(nearness);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = taste.Calibration.LogOdds(nearness[i]);
        }

        for (var a = 0; a < taste.Aims.Count; a++)
        {
            var aim = taste.Aims[a];
            foreach (var (paper, evidence) in aim.Topic?.Found ?? [])
            {
                scores[paper] = Either(scores[paper], Refined(taste, evidence.LogOdds, nearness[paper]));
            }

            for (var i = 0; i < aim.Papers.Count; i++)
            {
                scores[aim.Papers[i]] = Either(scores[aim.Papers[i]], Refined(taste, Weights.Default.Named, nearness[aim.Papers[i]]));
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }
}
