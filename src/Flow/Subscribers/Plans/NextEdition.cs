using System.Collections.Concurrent;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Plans;

/// <summary>Moves subscribers on to their next edition.</summary>
/// <remarks>The due row comes first, then the subscriber's row that makes it the valid one, then the old due row goes:
/// wherever a run stops, nobody is left without an hour, and a row that is out of date does nothing.</remarks>
public sealed class NextEdition(ISubscriberTable subscribers, IDueTable due, TimeProvider clock)
{
    private const int Parallelism = 8;

    /// <summary>After editions are settled. The due rows of all are written together: most of a batch
    /// are next due at the same hour.</summary>
    /// <param name="apart">Runs what concerns one of them alone, so that the others go on where it fails. What it runs returns the
    /// subscriber as written, or null for one who is gone.</param>
    public async Task ScheduleAsync(
        IReadOnlyList<SettledEdition> settled, Func<SettledEdition, Func<Task<Subscriber?>>, Task> apart,
        CancellationToken cancellationToken)
    {
        var ahead = settled.Where(s => s.Due is not null).DistinctBy(s => s.Subscriber.Id)
            .ToDictionary(s => s.Subscriber.Id, s => PlanOf(s.Subscriber with { LastCutoff = s.Cutoff }, s.Due!.EditionKey));
        await due.PutAsync(ahead.Values, cancellationToken);
        var past = new ConcurrentBag<Due>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(settled, options, async (one, _) => await apart(one, async () =>
        {
            var moved = await MoveOnAsync(one, ahead.GetValueOrDefault(one.Subscriber.Id), cancellationToken);
            if (one.Due is { } old)
            {
                past.Add(new Due(old.SubscriberId, old.DueAt, old.EditionKey));
            }

            return moved?.Value;
        }));
        await due.RemoveAsync(past, cancellationToken);
    }

    /// <param name="ahead">What is put down for the subscriber as they were read; null for an edition
    /// out of turn, which moves no hour.</param>
    private Task<Versioned<Subscriber>?> MoveOnAsync(SettledEdition one, Due? ahead, CancellationToken cancellationToken) =>
        subscribers.UpdateAsync(
            one.Subscriber.Id, one.Row,
            async now =>
                now is null ? null : (now with { LastCutoff = Later(now.LastCutoff, one.Cutoff) }) is var moved && ahead is null ? moved
                : moved with
                {
                    NextDue = ReferenceEquals(now, one.Subscriber)
                        ? ahead.At
                        : await PlanAsync(moved, one.Due!.EditionKey, cancellationToken),
                },
            cancellationToken);

    /// <summary>Writes a subscriber whose state, plan or interests changed, and plans anew.</summary>
    /// <param name="lastKey">Key of the last settled edition, or null: a day has one edition, whatever the plan says.</param>
    /// <returns>The row as written, or null where the subscriber is gone.</returns>
    public async Task<Versioned<Subscriber>?> ReplanAsync(
        Versioned<Subscriber> row, string? lastKey, Func<Subscriber, Subscriber> change, CancellationToken cancellationToken)
    {
        var old = row.Value.NextDue;
        var saved = await subscribers.UpdateAsync(
            row.Value.Id, row, async now => now is null || change(now) is not { } changed ? null
                : changed with { NextDue = await PlanAsync(changed, lastKey, cancellationToken) }, cancellationToken);
        if (saved is not null && old is { } at && at != saved.Value.NextDue)
        {
            await due.RemoveAsync(new Due(row.Value.Id, at, ""), cancellationToken);
        }

        return saved;
    }

    private async Task<DateTimeOffset?> PlanAsync(Subscriber subscriber, string? lastKey, CancellationToken cancellationToken)
    {
        if (subscriber.State != SubscriberState.Active)
        {
            return null;
        }

        var plan = PlanOf(subscriber, lastKey);
        await due.PutAsync(plan, cancellationToken);
        return plan.At;
    }

    private Due PlanOf(Subscriber subscriber, string? lastKey)
    {
        var (at, key) = DuePlan.Next(subscriber.Plan, clock.GetUtcNow(), lastKey);
        return new Due(subscriber.Id, at, key, Cutoff: subscriber.LastCutoff);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
