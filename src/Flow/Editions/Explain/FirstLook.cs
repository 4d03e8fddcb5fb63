using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>What a subscriber's interests find in the last days: for the first minute, when no edition is made yet.</summary>
public sealed class FirstLook(RecentCandidates recent, ChooseEdition choose, TimeProvider clock)
{
    /// <summary>Ten ranks among what was not picked.</summary>
    private static readonly int[] Places = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55];

    /// <summary>The papers that an edition would hold now. Nothing is sent or noted.</summary>
    public async Task<FirstPapers> RunAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var from = await recent.CurrentAsync(cancellationToken);
        var key = clock.GetUtcNow().ToString("yyyy-MM-dd");
        var choice = await choose.RunAsync(subscriber with { LastCutoff = from.From }, key, from, cancellationToken);
        IReadOnlyList<Pick> picks = choice.Edition?.Picks ?? [];
        return new FirstPapers(picks, choice.Reason, await UnmatchedAsync(subscriber, cancellationToken))
        {
            ToRate = ToRate(from.Set.Rank(await choose.TasteAsync(subscriber, cancellationToken)), picks),
        };
    }

    /// <summary>Papers at growing distances from the top: near ones tell how narrow a topic is meant, far ones what is not
    /// wanted.</summary>
    private static IReadOnlyList<StoredPaper> ToRate(IReadOnlyList<Pick> ranked, IReadOnlyList<Pick> picks)
    {
        var picked = picks.Select(p => p.Paper.Id).ToHashSet();
        var left = ranked.Where(p => !picked.Contains(p.Paper.Id)).Select(p => p.Paper).ToList();
        return [.. Places.Where(place => place < left.Count).Select(place => left[place]).DistinctBy(p => p.Id)];
    }

    /// <summary>The topics that no paper of the last days matches.</summary>
    public async Task<IReadOnlyList<UnmatchedTopic>> UnmatchedAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var set = (await recent.CurrentAsync(cancellationToken)).Set;
        return [.. subscriber.Interests.Where(i => i.Kind == InterestKind.Topic && !set.Finds(i.Text))
            .Select(i => new UnmatchedTopic(i.Text, Spelling.Respelled(set, i.Text)))];
    }
}

/// <param name="Picks">Best first; empty where nothing fits.</param>
/// <param name="Reason">Why there are none.</param>
public sealed record FirstPapers(IReadOnlyList<Pick> Picks, string? Reason, IReadOnlyList<UnmatchedTopic> Unmatched)
{
    /// <summary>Ten more papers to vote on, where there are as many.</summary>
    public IReadOnlyList<StoredPaper> ToRate { get; init; } = [];
}

/// <param name="Suggestion">The topic as papers spell it; null where there is nothing near.</param>
public sealed record UnmatchedTopic(string Topic, string? Suggestion);
