using PaperFunctions.Flow.Match;
using PaperFunctions.Flow.Schedule;
using PaperFunctions.Flow.Send;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Readers;

/// <summary>What readers do to their own account; each may be done twice.</summary>
public sealed class ChangeReader(
    ISubscriberTable subscribers, IDeliveryTable deliveries, IVoteTable votes, NextEdition next, AddressHash addresses, SendNotice notices)
{
    public async Task<Subscriber?> FindAsync(string id, CancellationToken cancellation) =>
        (await subscribers.FindAsync(id, cancellation))?.Subscriber;

    /// <summary>The address said yes. An address that bounced or complained before counts as good again.</summary>
    public Task<Subscriber?> ConfirmAsync(string id, CancellationToken cancellation) =>
        ChangeAsync(id, s => s with { State = SubscriberState.Active }, cancellation);

    /// <summary>Takes over interests, plan and size; a pause that is new is confirmed by mail.</summary>
    public async Task<Subscriber?> SaveAsync(string id, Func<Subscriber, Subscriber> wishes, CancellationToken cancellation)
    {
        var before = await FindAsync(id, cancellation);
        var after = await ChangeAsync(id, wishes, cancellation);
        if (after is { State: SubscriberState.Active, Plan.PausedUntil: { } until } && before?.Plan.PausedUntil != until)
        {
            await notices.PausedAsync(after, cancellation);
        }

        return after;
    }

    /// <param name="goodbye">Whether a last mail says so. A mail program's one click gets none: it asked for silence.</param>
    public async Task<Subscriber?> UnsubscribeAsync(string id, bool goodbye, CancellationToken cancellation)
    {
        var before = await FindAsync(id, cancellation);
        var after = await ChangeAsync(id, s => s with { State = SubscriberState.Unsubscribed }, cancellation);
        if (goodbye && after is not null && before?.State == SubscriberState.Active)
        {
            await notices.GoodbyeAsync(after, deleted: false, cancellation);
        }

        return after;
    }

    /// <summary>The provider says that the address is dead or complains: no mail until it confirms anew.</summary>
    public Task<Subscriber?> SuppressAsync(string id, CancellationToken cancellation) =>
        ChangeAsync(id, s => s with { State = SubscriberState.Suppressed }, cancellation);

    /// <summary>Removes everything about a reader: first the account, so that nothing new is written, then the rest.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellation)
    {
        if (await UnsubscribeAsync(id, goodbye: false, cancellation) is not { } subscriber)
        {
            return;
        }

        await subscribers.DeleteAsync(id, cancellation);
        await subscribers.ReleaseAddressAsync(addresses.Of(subscriber.Email), cancellation);
        await votes.RemoveAllAsync(id, cancellation);
        await deliveries.RemoveAllAsync(id, cancellation);
        await notices.GoodbyeAsync(subscriber, deleted: true, cancellation);
    }

    private async Task<Subscriber?> ChangeAsync(string id, Func<Subscriber, Subscriber> change, CancellationToken cancellation)
    {
        if (await subscribers.FindAsync(id, cancellation) is not { } row)
        {
            return null;
        }

        var last = await deliveries.ListAsync(id, cancellation).FirstOrDefaultAsync(d => d.IsSettled && d.EditionKey.Length == 10, cancellation);
        return (await next.ReplanAsync(row, last?.EditionKey, change, cancellation))?.Subscriber;
    }
}
