using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ledger;

/// <summary>Exactly one claim at a time on an edition; what is settled stays settled.</summary>
public sealed class DeliveryLedger(IDeliveryTable table, TimeProvider clock)
{
    /// <summary>How long a claim holds: well over the time that composing and sending one edition takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(4);

    /// <summary>Claims an edition, also one whose claim has run out.</summary>
    public async Task<Claim> ClaimAsync(string subscriberId, string editionKey, DateTimeOffset cutoff, CancellationToken cancellationToken)
    {
        // Nearly always there is no row yet.
        var now = clock.GetUtcNow();
        var delivery = new Delivery { SubscriberId = subscriberId, EditionKey = editionKey, Cutoff = cutoff };
        if (await table.TrySaveAsync(Claimed(delivery, now), cancellationToken) is { } added)
        {
            return new Claim(ClaimResult.Claimed, added);
        }

        var found = await table.FindAsync(subscriberId, editionKey, cancellationToken);
        if (found is null || found.Value.IsSettled || found.Value.LeaseUntil > now)
        {
            return new Claim(found is { Value.IsSettled: true } ? ClaimResult.Settled : ClaimResult.Held, found);
        }

        // A claim that ran out may have been sent: it keeps its cut-off and picks, so that a second mail is at worst the same one.
        var saved = await table.TrySaveAsync(Claimed(found.Value, now) with { Version = found.Version }, cancellationToken);
        return saved is null ? new Claim(ClaimResult.Held, found) : new Claim(ClaimResult.Claimed, saved);
    }

    private static Versioned<Delivery> Claimed(Delivery delivery, DateTimeOffset now) => new(
        delivery with { State = DeliveryState.Claimed, Attempt = delivery.Attempt + 1, LeaseUntil = now + Lease, ChangedAt = now }, null);

    /// <summary>Writes the picks into the claim before they are sent, so that whatever happens next, they count as sent.</summary>
    public async Task<Versioned<Delivery>?> NoteAsync(
        Versioned<Delivery> claim, Edition edition, string subject, CancellationToken cancellationToken) =>
        await table.TrySaveAsync(claim with
        {
            Value = claim.Value with
            {
                Subject = subject,
                Picks = [.. edition.Picks.Select(p => new DeliveredPick(p.Paper.Id, p.Paper.Paper.Title, p.Why, p.Exploration))],
                ChangedAt = clock.GetUtcNow(),
            },
        }, cancellationToken);

    /// <summary>What settles an edition leaves it to the caller to list it (<see cref="IDeliveryTable.ListSettledAsync"/>).</summary>
    /// <returns>The row as it is settled now, by whomever; null if it is gone.</returns>
    public Task<Delivery?> SentAsync(Versioned<Delivery> claim, string? messageId, CancellationToken cancellationToken) =>
        SettleAsync(claim, d => d with { State = DeliveryState.Sent, MessageId = messageId, Reason = null }, cancellationToken);

    /// <inheritdoc cref="SentAsync"/>
    /// <param name="cutoff">Up to where this edition has looked: what arrived later is left to the next.</param>
    public Task<Delivery?> SkippedAsync(
        Versioned<Delivery> claim, string reason, DateTimeOffset cutoff, CancellationToken cancellationToken) =>
        SettleAsync(claim, d => d with { State = DeliveryState.Skipped, Reason = reason, Cutoff = cutoff }, cancellationToken);

    /// <inheritdoc cref="SentAsync"/>
    public Task<Delivery?> FailedAsync(Versioned<Delivery> claim, string reason, CancellationToken cancellationToken) =>
        SettleAsync(claim, d => d with { State = DeliveryState.Failed, Reason = reason }, cancellationToken);

    /// <summary>Gives a claim back after the provider said no for now: this attempt surely was not sent, so the next one need not
    /// wait.</summary>
    /// <param name="sentPerhaps">Whether an earlier attempt may have sent these picks; else they are not counted as sent.</param>
    public Task ReleaseAsync(Versioned<Delivery> claim, string reason, bool sentPerhaps, CancellationToken cancellationToken) =>
        SettleAsync(claim, d => d with
        {
            LeaseUntil = clock.GetUtcNow(),
            Reason = reason,
            Picks = sentPerhaps ? d.Picks : [],
        }, cancellationToken);

    /// <summary>Marks an edition as sent on the word of the provider's events, whoever holds the claim.</summary>
    public async Task ConfirmSentAsync(string subscriberId, string editionKey, string messageId, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(subscriberId, editionKey, cancellationToken) is { Value.IsSettled: false } row)
        {
            await (await SentAsync(row, messageId, cancellationToken) is { } settled
                ? table.ListSettledAsync([settled], cancellationToken) : Task.CompletedTask);
        }
    }

    private async Task<Delivery?> SettleAsync(
        Versioned<Delivery> claim, Func<Delivery, Delivery> change, CancellationToken cancellationToken)
    {
        var key = (claim.Value.SubscriberId, claim.Value.EditionKey);
        var saved = await table.UpdateAsync(
            key, claim, now =>
                now is null or { IsSettled: true } ? null : change(now) with { ChangedAt = clock.GetUtcNow() }, cancellationToken);
        return (saved ?? await table.FindAsync(key, cancellationToken))?.Value;
    }
}

/// <param name="Row">The row as it is now; null only if another claim came in between.</param>
public sealed record Claim(ClaimResult Result, Versioned<Delivery>? Row);

public enum ClaimResult
{
    /// <summary>It is ours.</summary>
    Claimed,

    /// <summary>Somebody else is at it.</summary>
    Held,

    /// <summary>Sent, skipped or failed before.</summary>
    Settled,
}
