using PaperFunctions.Flow.Backups;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Operator;

/// <summary>Brings back what tables have lost. Rows that are still there are never changed, so it may run twice and stop
/// anywhere.</summary>
public sealed class RestoreBackup(IBackups backups, ISubscriberTable subscribers, NextEdition next, TimeProvider clock)
{
    /// <param name="name">A backup's name, or null for the newest.</param>
    /// <returns>What was brought back, or null if there is no such backup.</returns>
    public async Task<Restored?> RunAsync(string? name, CancellationToken cancellationToken)
    {
        var known = await backups.ListAsync(cancellationToken);
        if (known.FirstOrDefault(b => name is null || b.Name == name) is not { } backup)
        {
            return null;
        }

        var rows = await backups.RestoreRowsAsync(backup, cancellationToken);
        var people = 0;
        await foreach (var subscriber in backups.SubscribersAsync(backup, cancellationToken))
        {
            people += await ReturnAsync(subscriber, cancellationToken) ? 1 : 0;
        }

        return new Restored(backup, rows, people);
    }

    /// <summary>Subscribers come last and with a new plan: the ledger of what they were sent is there before anything is sent to
    /// them.</summary>
    /// <remarks>Editions between the backup and now may have gone out without leaving a trace. So nobody is sent what arrived
    /// before now, and no edition that was due is made up for.</remarks>
    private async Task<bool> ReturnAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        if (await subscribers.FindAsync(subscriber.Id, cancellationToken) is not null)
        {
            return false;
        }

        var cutoff = clock.GetUtcNow() + FindCandidates.Overlap;
        await next.ReplanAsync(
            new Versioned<Subscriber>(subscriber, null), null,
            s => SubscriberAccount.Left(s, s.State) with { LastCutoff = cutoff }, cancellationToken);
        return true;
    }
}

/// <param name="Rows">Rows added: addresses, votes, mail events, deliveries.</param>
/// <param name="Subscribers">Subscribers added, each with its next edition planned.</param>
public sealed record Restored(Backup Backup, long Rows, int Subscribers);
