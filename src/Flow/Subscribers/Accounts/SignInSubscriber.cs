using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Mails a link to sign in to an address that has an account; to all others nothing.</summary>
public sealed partial class SignInSubscriber(
    ISubscriberTable subscribers, AddressHash addresses, SendNotice notices, IFlowQueues queues, TimeProvider clock,
    ILogger<SignInSubscriber> logger)
{
    /// <summary>One such mail an address in this time.</summary>
    public static readonly TimeSpan MailAgainAfter = TimeSpan.FromMinutes(2);

    /// <summary>Such mails an address in a day, whoever asks for them: a form must not be a way to flood a mailbox.</summary>
    public const int MailsADay = 10;

    /// <summary>Over about half an hour; then the person has asked again, or given up.</summary>
    private const int MostTries = 7;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long a claim holds: well over the time that sending takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Where the mail is not accepted for now, or the account changes meanwhile, it is put off, as long as the person may wait for
    /// it.</summary>
    public async Task RunAsync(SignIn wish, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(wish, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && wish.Tries < MostTries && PutOff.IsWorth(e, wish.Tries))
        {
            Log.PutOff(logger, e, PutOff.Delay(wish.Tries));
            await queues.SendLaterAsync(wish with { Tries = wish.Tries + 1 }, PutOff.Delay(wish.Tries), cancellationToken);
        }
    }

    private async Task AskAsync(SignIn wish, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await subscribers.FindByAddressAsync(addresses.Of(wish.Email), cancellationToken) is not { } id
            || await subscribers.FindAsync(id, cancellationToken) is not { Value: var subscriber } row
            || subscriber.State is SubscriberState.Pending or SubscriberState.Suppressed)
        {
            return;
        }

        var sent = subscriber.SignInsSentAt.Where(at => at > now - Day).ToList();
        if (sent.Count >= MailsADay || sent.Any(at => at > now - MailAgainAfter))
        {
            return;
        }

        if (subscriber.SignInClaimedUntil is { } until && until > now)
        {
            // Whoever is at it may have stopped.
            await queues.SendLaterAsync(wish, until - now, cancellationToken);
            return;
        }

        // Claimed before it is sent: of several that come at the same time, one gets through.
        var claimed = await subscribers.TrySaveAsync(row with { Value = subscriber with { SignInClaimedUntil = now + Lease } },
            cancellationToken)
            ?? throw new IOException("The account changed while a link to sign in was prepared; it is tried again.");
        await SendAsync(claimed, cancellationToken);
    }

    /// <summary>Noted as sent only once it is: where the app stops in between, the next try sends it.</summary>
    private async Task SendAsync(Versioned<Subscriber> claimed, CancellationToken cancellationToken)
    {
        var sent = false;
        try
        {
            sent = await notices.SignInAsync(claimed.Value, cancellationToken);
        }
        finally
        {
            await subscribers.UpdateAsync(claimed.Value.Id, claimed, now => now is null
                ? null
                : Settled(now, sent), CancellationToken.None);
        }
    }

    private Subscriber Settled(Subscriber subscriber, bool sent) => subscriber with
    {
        SignInClaimedUntil = null,
        SignInsSentAt = sent
            ? [.. subscriber.SignInsSentAt.Where(at => at > clock.GetUtcNow() - Day), clock.GetUtcNow()]
            : subscriber.SignInsSentAt,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 8202, Level = LogLevel.Warning,
            Message = "A link to sign in was not sent, and is tried again after {Delay}")]
        public static partial void PutOff(ILogger logger, Exception exception, TimeSpan delay);
    }
}
