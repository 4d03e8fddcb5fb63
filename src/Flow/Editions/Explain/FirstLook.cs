using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>What a subscriber's interests find in the last days: for the first minute, when no edition is made yet.</summary>
public sealed class FirstLook(RecentCandidates recent, ChooseEdition choose, TimeProvider clock)
{
    /// <summary>The papers that an edition would hold now. Nothing is sent or noted.</summary>
    public async Task<FirstPapers> RunAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var from = await recent.CurrentAsync(cancellationToken);
        var key = clock.GetUtcNow().ToString("yyyy-MM-dd");
        var choice = await choose.RunAsync(subscriber with { LastCutoff = from.From }, key, from, cancellationToken);
        return new FirstPapers(choice.Edition?.Picks ?? [], choice.Reason, await UnmatchedAsync(subscriber, cancellationToken));
    }

    /// <summary>The topics that no paper of the last days matches.</summary>
    public async Task<IReadOnlyList<UnmatchedTopic>> UnmatchedAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var set = (await recent.CurrentAsync(cancellationToken)).Set;
        return [.. subscriber.Interests.Where(i => i.Kind == InterestKind.Topic && !set.Finds(i.Text))
            .Select(i => new UnmatchedTopic(i.Text, Spelling.Respelled(set, i.Text)))];
    }
}

/// <param name="Picks">Best first; empty if nothing fits.</param>
/// <param name="Reason">Why there are none.</param>
public sealed record FirstPapers(IReadOnlyList<Pick> Picks, string? Reason, IReadOnlyList<UnmatchedTopic> Unmatched);

/// <param name="Suggestion">The topic as papers spell it; null if there is nothing near.</param>
public sealed record UnmatchedTopic(string Topic, string? Suggestion);
