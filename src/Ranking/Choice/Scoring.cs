using System.Buffers;
using PaperFunctions.Papers;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Ranking.Choice;

/// <summary>The candidates' scores for one reader, in memory that is lent and given back. Not thread-safe.</summary>
internal sealed class Scoring : IDisposable
{
    private const int ReasonsShown = 3;

    private readonly Dictionary<TastePart, PreparedTaste> _without = [];
    private readonly HashSet<string> _voted;
    private readonly float[] _scores;

    public Scoring(CandidateSet set, PreparedTaste taste)
    {
        (Set, Taste) = (set, taste);
        _voted = taste.Input.Rated.Select(r => r.Paper.Title).ToHashSet(StringComparer.Ordinal);
        _scores = ArrayPool<float>.Shared.Rent(set.Papers.Count);
        set.Score(taste, _scores.AsSpan(0, set.Papers.Count));
    }

    public CandidateSet Set { get; }

    public PreparedTaste Taste { get; }

    public int Count => Set.Papers.Count;

    /// <summary>Candidates that no mute excludes.</summary>
    public int Open => Count - Taste.Muted.Count;

    /// <summary>Candidates that neither a mute nor an earlier vote excludes.</summary>
    public int Ranked => Enumerable.Range(0, Count).Count(i => !IsMuted(i) && !IsVoted(i));

    public float Score(int at) => _scores[at];

    public double Chance(int at) => Calibration.Chance(_scores[at]);

    public bool IsMuted(int at) => Taste.Muted.Contains(at);

    public bool IsVoted(int at) => _voted.Contains(Set.Papers[at].Paper.Title);

    /// <summary>Up to so many candidates, best first; equal scores in the order of their ids; muted ones left out.</summary>
    /// <param name="eligible">Which papers count; null for all.</param>
    public IReadOnlyList<int> Best(int most, Func<StoredPaper, bool>? eligible = null)
    {
        var best = new PriorityQueue<int, (float Score, int NegativeAt)>(Math.Min(most, Open) + 1);
        for (var at = 0; at < Count && most > 0; at++)
        {
            var full = best.Count == most;
            if (full && best.TryPeek(out _, out var worst) && _scores[at] <= worst.Score)
            {
                continue;
            }

            if (IsMuted(at) || eligible?.Invoke(Set.Papers[at]) == false)
            {
                continue;
            }

            if (full)
            {
                best.EnqueueDequeue(at, (_scores[at], -at));
            }
            else
            {
                best.Enqueue(at, (_scores[at], -at));
            }
        }

        var order = new int[best.Count];
        for (var i = order.Length - 1; i >= 0; i--)
        {
            order[i] = best.Dequeue();
        }

        return order;
    }

    /// <summary>Candidates before this one in the order of <see cref="Best"/> that no vote excludes, plus 1.</summary>
    public int RankOf(int at)
    {
        var rank = 1;
        for (var i = 0; i < Count; i++)
        {
            rank += (_scores[i] > _scores[at] || (_scores[i] == _scores[at] && i < at)) && !IsVoted(i) ? 1 : 0;
        }

        return rank;
    }

    /// <summary>Log-odds that a candidate is wanted for something that was asked for by name; null where it has nothing of it.</summary>
    public float? OddsOf(Aim aim, int at) => aim.LogOdds(at) is { } named ? Odds.Refined(Taste, named, Set.Nearness(Taste, at)) : null;

    /// <summary>How near a candidate lies to what the votes say, in standard deviations.</summary>
    public float NearnessOf(int at) => Set.Nearness(Taste, at);

    /// <summary>Log-odds that a candidate is wanted for being near the votes.</summary>
    public float OddsOfVotes(int at) => Taste.Calibration.LogOdds(Set.Nearness(Taste, at));

    /// <summary>What the chance of a candidate would lose without a vote, in log-odds.</summary>
    public float WorthOf(TastePart vote, int at)
    {
        if (!_without.TryGetValue(vote, out var rest))
        {
            _without.Add(vote, rest = Set.Prepare(vote.RemoveFrom(Taste.Input)));
        }

        // Without any vote nothing is near or far.
        return Odds.Of(Taste, at, Set.Nearness(Taste, at)) - Odds.Of(rest, at, rest.HasVotes ? Set.Nearness(rest, at) : 0);
    }

    public Pick ToPick(int at, int rank, bool exploration = false) =>
        new(rank, Set.Papers[at], Score(at), Chance(at), exploration
            ? Exploration.Reasons(this, at)
            : Reasons.For(this, at, ReasonsShown), exploration);

    /// <summary>As <see cref="ToPick"/>, with reasons that wait until they are read; this must then not be disposed of.</summary>
    public Pick ToLazyPick(int at, int rank) =>
        new(rank, Set.Papers[at], Score(at), Chance(at), new DeferredReasons(this, at, ReasonsShown));

    public void Dispose() => ArrayPool<float>.Shared.Return(_scores);
}
