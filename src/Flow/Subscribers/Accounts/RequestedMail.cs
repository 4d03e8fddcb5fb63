using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Sends a mail that anybody can ask for who knows an address: one at a time and few a day, so that a form is no way to flood a
/// mailbox.</summary>
public sealed class RequestedMail(ISubscriberTable subscribers, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long a claim holds: well over the time that sending takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <param name="change">What else is written with the claim.</param>
    /// <param name="send">Sends it; returns false where it is one too many for today.</param>
    /// <returns>Null if this is done, sent or not; else the time after which to try again, since somebody else is at it and may have
    /// stopped.</returns>
    /// <exception cref="IOException">The account changed meanwhile.</exception>
    public async Task<TimeSpan?> SendAsync(
        RequestedMailKind kind, Versioned<Subscriber> row, Func<Subscriber, Subscriber> change, Func<Subscriber, Task<bool>> send,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sent = kind.SentAt(row.Value).Where(at => at > now - Day).ToList();
        if (sent.Count >= kind.MailsADay || sent.Any(at => at > now - kind.MailAgainAfter))
        {
            return null;
        }

        if (kind.ClaimedUntil(row.Value) is { } until && until > now)
        {
            return until - now;
        }

        // Claimed before it is sent: of several that come at the same time, one gets through.
        var claimed = await subscribers.TrySaveAsync(
            row with { Value = kind.With(change(row.Value), now + Lease, kind.SentAt(row.Value)) }, cancellationToken)
            ?? throw new IOException("The account changed while a mail to it was prepared; it is tried again.");
        await SendAsync(kind, claimed, send);
        return null;
    }

    /// <summary>Noted as sent only once it is: where the app stops in between, the next try sends it.</summary>
    private async Task SendAsync(RequestedMailKind kind, Versioned<Subscriber> claimed, Func<Subscriber, Task<bool>> send)
    {
        var sent = false;
        try
        {
            sent = await send(claimed.Value);
        }
        finally
        {
            await subscribers.UpdateAsync(
                claimed.Value.Id, claimed, now => now is null ? null : kind.With(now, null, SentAt(kind, now, sent)),
                CancellationToken.None);
        }
    }

    private IReadOnlyList<DateTimeOffset> SentAt(RequestedMailKind kind, Subscriber subscriber, bool sent) => sent
        ? [.. kind.SentAt(subscriber).Where(at => at > clock.GetUtcNow() - Day), clock.GetUtcNow()]
        : kind.SentAt(subscriber);
}

/// <summary>What tells one such mail from another.</summary>
/// <param name="MailAgainAfter">One mail an address in this time.</param>
/// <param name="MailsADay">Mails an address in a day, whoever asks for them and wherever.</param>
/// <param name="With">The subscriber with the end of a claim, or none, and with when such mail was sent.</param>
public sealed record RequestedMailKind(
    TimeSpan MailAgainAfter, int MailsADay,
    Func<Subscriber, DateTimeOffset?> ClaimedUntil, Func<Subscriber, IReadOnlyList<DateTimeOffset>> SentAt,
    Func<Subscriber, DateTimeOffset?, IReadOnlyList<DateTimeOffset>, Subscriber> With);
