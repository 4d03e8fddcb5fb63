using System.Collections.Concurrent;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Operator;

/// <summary>Counts the last 30 days for the operator's front page.</summary>
public sealed class ReadFigures(
    IOperatorStorage storage, ISubscriberTable subscribers, IDigestTable digests, IMailEventTable events, IPaperIndex index,
        TimeProvider clock)
{
    public const int Days = 30;

    /// <summary>Days read at the same time.</summary>
    private const int AtOnce = 8;

    /// <summary>What takes longer is left out, and counted when the page is loaded again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Days that are over change no more.</summary>
    private readonly ConcurrentDictionary<DateOnly, DayOutcomes> _past = new();

    public async Task<Figures> RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        DateOnly[] days = [.. Enumerable.Range(0, Days).Select(i => today.AddDays(i - Days + 1))];
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(Patience);
        var outcomes = InTimeAsync(() => OutcomesAsync(days, today, soon.Token), cancellationToken);
        var votes = InTimeAsync(() => VotesAsync(days[0], soon.Token), cancellationToken);
        var people = InTimeAsync(() => PeopleAsync(soon.Token), cancellationToken);
        var papers = InTimeAsync(() => NewPapersAsync(days[0], soon.Token), cancellationToken);
        var returned = InTimeAsync(() => ReturnedAsync(days[0], soon.Token), cancellationToken);
        return new Figures(
            days, await outcomes, await votes, await people, await papers, await returned, await InTimeAsync(() => TotalAsync(soon.Token),
                cancellationToken));
    }

    /// <summary>Null where it took too long, or search is down.</summary>
    private static async Task<T?> InTimeAsync<T>(Func<Task<T>> count, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await count();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyDictionary<DateOnly, DayOutcomes>> OutcomesAsync(DateOnly[] days, DateOnly today,
        CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<DateOnly, DayOutcomes>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(days, options, async (day, token) =>
        {
            if (!_past.TryGetValue(day, out var known))
            {
                known = await storage.OutcomesAsync(day, token);
                if (day < today.AddDays(-1)) // Yesterday's last ones may still be written.
                {
                    _past[day] = known;
                }
            }

            found[day] = known;
        });
        foreach (var old in _past.Keys.Where(day => day < days[0]))
        {
            _past.TryRemove(old, out _);
        }

        return found;
    }

    private async Task<VoteFigures> VotesAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var (up, down, voted) = (new Dictionary<DateOnly, int>(), new Dictionary<DateOnly, int>(), new HashSet<(string, int)>());
        await foreach (var vote in storage.VotesAsync(from, cancellationToken))
        {
            var counts = vote.Value > 0 ? up : down;
            var day = DateOnly.FromDateTime(vote.At.UtcDateTime);
            counts[day] = counts.GetValueOrDefault(day) + 1;
            if (vote.EditionDay >= from.DayNumber)
            {
                voted.Add((vote.SubscriberId, vote.EditionDay));
            }
        }

        return new VoteFigures(up, down, voted.Count);
    }

    private async Task<IReadOnlyDictionary<SubscriberState, int>> PeopleAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<SubscriberState, int>();
        await foreach (var person in subscribers.ListAsync(cancellationToken))
        {
            counts[person.State] = counts.GetValueOrDefault(person.State) + 1;
        }

        return counts;
    }

    private async Task<IReadOnlyDictionary<DateOnly, int>> NewPapersAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<DateOnly, int>();
        await foreach (var digest in digests.ListAsync(cancellationToken))
        {
            var day = DateOnly.FromDateTime(digest.FirstUploadedAt.UtcDateTime);
            if (day < from)
            {
                break;
            }

            counts[day] = counts.GetValueOrDefault(day) + digest.NewPapers;
        }

        return counts;
    }

    private async Task<IReadOnlyDictionary<MailEventKind, int>> ReturnedAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<MailEventKind, int>();
        await foreach (var returned in events.ReadAsync(from, cancellationToken))
        {
            if (DateOnly.FromDateTime(returned.At.UtcDateTime) >= from)
            {
                counts[returned.Kind] = counts.GetValueOrDefault(returned.Kind) + 1;
            }
        }

        return counts;
    }

    private async Task<PaperTotal> TotalAsync(CancellationToken cancellationToken) => new(await index.CountAsync(cancellationToken));
}

/// <summary>The last days, oldest first; what is null could not be counted in time.</summary>
/// <param name="NewPapers">Papers that digests of a day brought first.</param>
public sealed record Figures(
    IReadOnlyList<DateOnly> Days, IReadOnlyDictionary<DateOnly, DayOutcomes>? Outcomes, VoteFigures? Votes,
    IReadOnlyDictionary<SubscriberState, int>? People, IReadOnlyDictionary<DateOnly, int>? NewPapers,
    IReadOnlyDictionary<MailEventKind, int>? Returned, PaperTotal? Papers);

/// <summary>What became of the editions that were settled on a day.</summary>
public sealed record DayOutcomes(int Sent, int Skipped, int Failed);

/// <param name="Editions">Editions of the days that at least one vote names.</param>
public sealed record VoteFigures(IReadOnlyDictionary<DateOnly, int> Up, IReadOnlyDictionary<DateOnly, int> Down, int Editions);

/// <param name="Count">Papers in search.</param>
public sealed record PaperTotal(long Count);

/// <param name="EditionDay">As in <see cref="Vote"/>.</param>
public sealed record CountedVote(string SubscriberId, int Value, DateTimeOffset At, int EditionDay);
