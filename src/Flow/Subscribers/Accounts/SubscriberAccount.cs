using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Backups;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>What subscribers do to their own account; each may be done twice.</summary>
public sealed partial class SubscriberAccount(
    ISubscriberTable subscribers, IDeliveryTable deliveries, IVoteTable votes, IEnumerable<ISubscriberRecords> records, NextEdition next,
    AddressHash addresses, SendNotice notices,
    IBackups backups, TimeProvider clock, ILogger<SubscriberAccount> logger)
{
    public async Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await subscribers.FindAsync(id, cancellationToken))?.Value;

    /// <summary>Whether a link that is good in itself would confirm now.</summary>
    public static bool CanConfirm(Subscriber subscriber, LinkToken link) =>
        subscriber.ConfirmCode == link.ConfirmCode && subscriber.State != SubscriberState.Suppressed;

    /// <summary>The address said yes, by the link of a mail. The link works once, and not against what happened after it was
    /// mailed.</summary>
    /// <returns>Null if the link was used before, the person left since, or the address bounced or complained.</returns>
    public async Task<Subscriber?> ConfirmAsync(LinkToken link, CancellationToken cancellationToken)
    {
        var counts = false;
        var saved = await ChangeAsync(link.SubscriberId, Confirmed, cancellationToken);
        return counts ? saved : null;

        Subscriber Confirmed(Subscriber s)
        {
            counts = CanConfirm(s, link);
            return counts ? s with { State = SubscriberState.Active, ConfirmCode = NewCode() } : s;
        }
    }

    /// <summary>Takes over interests, plan and size; a pause that is new and still to end is confirmed by mail.</summary>
    public async Task<Subscriber?> SaveAsync(string id, Func<Subscriber, Subscriber> wishes, CancellationToken cancellationToken)
    {
        var before = await FindAsync(id, cancellationToken);
        var after = await ChangeAsync(id, wishes, cancellationToken);
        if (after is { State: SubscriberState.Active, Plan.PausedUntil: { } until } && before?.Plan.PausedUntil != until
            && until > DuePlan.Today(after.Plan, clock.GetUtcNow()))
        {
            await TellAsync(id, () => notices.PausedAsync(after, cancellationToken), cancellationToken);
        }

        return after;
    }

    /// <summary>Ends every link and session there is, but those that unsubscribe.</summary>
    public Task<Subscriber?> EndLinksAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, s => s with { LinkEpoch = (s.LinkEpoch + 1) & ushort.MaxValue }, cancellationToken);

    /// <param name="goodbye">Whether a last mail says so. A mail program's one click gets none: it asked for silence.</param>
    public async Task<Subscriber?> UnsubscribeAsync(string id, bool goodbye, CancellationToken cancellationToken)
    {
        var before = await FindAsync(id, cancellationToken);
        var after = await ChangeAsync(
            id, s => s.State == SubscriberState.Suppressed ? s : Left(s, SubscriberState.Unsubscribed), cancellationToken);
        if (goodbye && after is not null && before?.State == SubscriberState.Active)
        {
            await TellAsync(id, () => notices.GoodbyeAsync(after, deleted: false, cancellationToken), cancellationToken);
        }

        return after;
    }

    /// <summary>The provider says that the address is dead or complains: no mail any more, not even to ask.</summary>
    public Task<Subscriber?> SuppressAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, s => Left(s, SubscriberState.Suppressed), cancellationToken);

    /// <summary>Removes everything about a subscriber. Mail stops first; the account goes last, so that where a run stops the subscriber's
    /// link still works
    /// and asking again removes the rest.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) => DeleteAsync(id, goodbye: true, cancellationToken);

    private async Task DeleteAsync(string id, bool goodbye, CancellationToken cancellationToken)
    {
        if (await UnsubscribeAsync(id, goodbye: false, cancellationToken) is not { } subscriber)
        {
            return;
        }

        await backups.NoteDepartureAsync(id, null, cancellationToken);
        await votes.RemoveAllAsync(id, cancellationToken);
        await deliveries.RemoveAllAsync(id, cancellationToken);
        foreach (var others in records)
        {
            await others.RemoveAllAsync(id, cancellationToken);
        }

        var address = addresses.Of(subscriber.Email);
        if (await subscribers.FindByAddressAsync(address, cancellationToken) == id)
        {
            await subscribers.ReleaseAddressAsync(address, cancellationToken);
        }

        await subscribers.DeleteAsync(id, cancellationToken);
        if (goodbye && subscriber.State != SubscriberState.Suppressed)
        {
            await TellAsync(id, () => notices.GoodbyeAsync(subscriber, deleted: true, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Removes a sign-up that nobody has confirmed; one that is confirmed at this very moment stays.</summary>
    public async Task<bool> ExpireAsync(string id, CancellationToken cancellationToken)
    {
        if (await subscribers.FindAsync(id, cancellationToken) is not { Value.State: SubscriberState.Pending } row
            || await subscribers.TrySaveAsync(row with { Value = row.Value with { State = SubscriberState.Unsubscribed } },
                cancellationToken) is null)
        {
            return false;
        }

        await DeleteAsync(id, goodbye: false, cancellationToken);
        return true;
    }

    /// <summary>What the subscriber asked for is done: a mail about it that can't be sent must not make it look as if it were
    /// not.</summary>
    private async Task TellAsync(string id, Func<Task> tell, CancellationToken cancellationToken)
    {
        try
        {
            await tell();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoticeFailed(logger, e, id);
        }
    }

    private async Task<Subscriber?> ChangeAsync(string id, Func<Subscriber, Subscriber> change, CancellationToken cancellationToken)
    {
        if (await subscribers.FindAsync(id, cancellationToken) is not { } row)
        {
            return null;
        }

        // A departure is noted before it happens, a return after it has: a stop in between never mails anybody who left.
        var state = change(row.Value).State;
        if (state is SubscriberState.Unsubscribed or SubscriberState.Suppressed)
        {
            await backups.NoteDepartureAsync(id, state, cancellationToken);
        }

        var last = await deliveries.ListAsync(id, cancellationToken)
            .FirstOrDefaultAsync(d => d.IsSettled && d.EditionKey.Length == 10, cancellationToken);
        var changed = (await next.ReplanAsync(row, last?.EditionKey, change, cancellationToken))?.Value;
        if (changed?.State == SubscriberState.Active && row.Value.State != SubscriberState.Active)
        {
            await backups.NoteDepartureAsync(id, SubscriberState.Active, cancellationToken);
        }

        return changed;
    }

    /// <summary>In a state that gets no mail: links that were mailed before bring nobody back.</summary>
    internal static Subscriber Left(Subscriber subscriber, SubscriberState state) =>
        subscriber with { State = state, ConfirmCode = NewCode() };

    private static int NewCode() => RandomNumberGenerator.GetInt32(1, int.MaxValue);

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 8101, Level = LogLevel.Warning, Message = "A change by {Subscriber} is done, but the mail about it was not sent")]
        public static partial void NoticeFailed(ILogger logger, Exception exception, string subscriber);
    }
}
