using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Plans;

/// <summary>Moves subscribers on to their next edition.</summary>
/// <remarks>The due row comes first, then the subscriber's row that makes it the valid one, then the old due row goes:
/// wherever a run stops, nobody is left without an hour, and a row that is out of date does nothing.</remarks>
public sealed class NextEdition(ISubscriberTable subscribers, IDueTable due, TimeProvider clock)
{
    /// <summary>After an edition is settled.</summary>
    /// <param name="settled">What was due; null for an edition out of turn, which moves no hour.</param>
    /// <param name="cutoff">Papers that arrived before it were considered.</param>
    public async Task ScheduleAsync(
        Versioned<Subscriber> row, DueSubscriber? settled, DateTimeOffset cutoff, CancellationToken cancellationToken)
    {
        await ChangeAsync(
            row, settled?.EditionKey, replan: settled is not null, s =>
                s with { LastCutoff = Later(s.LastCutoff, cutoff) }, cancellationToken);
        if (settled is not null)
        {
            await due.RemoveAsync(new Due(settled.SubscriberId, settled.DueAt, settled.EditionKey), cancellationToken);
        }
    }

    /// <summary>Writes a subscriber whose state, plan or interests changed, and plans anew.</summary>
    /// <param name="lastKey">Key of the last settled edition, or null: a day has one edition, whatever the plan says.</param>
    /// <returns>The row as written, or null where the subscriber is gone.</returns>
    public async Task<Versioned<Subscriber>?> ReplanAsync(
        Versioned<Subscriber> row, string? lastKey, Func<Subscriber, Subscriber> change, CancellationToken cancellationToken)
    {
        var old = row.Value.NextDue;
        var saved = await ChangeAsync(row, lastKey, replan: true, change, cancellationToken);
        if (saved is not null && old is { } at && at != saved.Value.NextDue)
        {
            await due.RemoveAsync(new Due(row.Value.Id, at, ""), cancellationToken);
        }

        return saved;
    }

    private Task<Versioned<Subscriber>?> ChangeAsync(
        Versioned<Subscriber> row, string? lastKey, bool replan, Func<Subscriber, Subscriber> change,
        CancellationToken cancellationToken) =>
        subscribers.UpdateAsync(row.Value.Id, row, async now => now is null || change(now) is not { } changed ? null
            : replan ? changed with { NextDue = await PlanAsync(changed, lastKey, cancellationToken) } : changed, cancellationToken);

    private async Task<DateTimeOffset?> PlanAsync(Subscriber subscriber, string? lastKey, CancellationToken cancellationToken)
    {
        if (subscriber.State != SubscriberState.Active)
        {
            return null;
        }

        var (at, key) = DuePlan.Next(subscriber.Plan, clock.GetUtcNow(), lastKey);
        await due.PutAsync(new Due(subscriber.Id, at, key), cancellationToken);
        return at;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
