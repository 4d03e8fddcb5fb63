using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Somebody asked for mail: note the wishes and ask the address to confirm.</summary>
public sealed partial class SignUpSubscriber(
    EnrolSubscriber enrol, ISubscriberTable subscribers, SendNotice notices, IFlowQueues queues, TimeProvider clock,
    ILogger<SignUpSubscriber> logger)
{
    /// <summary>One confirmation mail an address in this time: a form must not be a way to flood a mailbox.</summary>
    public static readonly TimeSpan MailAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>Confirmation mails an address in a day, whoever asks for them and wherever.</summary>
    public const int MailsADay = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long a claim holds: well over the time that sending takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Where the mail is not accepted for now, or the account changes meanwhile, the sign-up is put off.</summary>
    public async Task RunAsync(SignUp wish, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(wish, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && PutOff.IsWorth(e, wish.Tries))
        {
            Log.PutOff(logger, e, PutOff.Delay(wish.Tries));
            await queues.SendLaterAsync(wish with { Tries = wish.Tries + 1 }, PutOff.Delay(wish.Tries), cancellationToken);
        }
    }

    private async Task AskAsync(SignUp wish, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await enrol.FindOrAddAsync(wish.Email, cancellationToken);
        if (row.Value.State == SubscriberState.Suppressed)
        {
            return; // The address is dead, or whoever reads it does not want to hear of us.
        }

        var sent = row.Value.ConfirmationsSentAt.Where(at => at > now - Day).ToList();
        if (sent.Count >= MailsADay || sent.Any(at => at > now - MailAgainAfter))
        {
            return;
        }

        if (row.Value.ConfirmationClaimedUntil is { } until && until > now)
        {
            // Whoever is at it may have stopped.
            await queues.SendLaterAsync(wish, until - now, cancellationToken);
            return;
        }

        // Only an account that nobody has confirmed takes over what the form says: it may have been filled in by anybody.
        var noted = row.Value.State == SubscriberState.Pending ? WithPreferences(row.Value, wish) : row.Value;
        // Claimed before it is sent: of several that come at the same time, one gets through.
        var claimed = await subscribers.TrySaveAsync(row with { Value = noted with { ConfirmationClaimedUntil = now + Lease } },
            cancellationToken)
            ?? throw new IOException("The account changed while a confirmation was prepared; it is tried again.");
        await SendAsync(claimed, cancellationToken);
    }

    /// <summary>Noted as sent only once it is: where the app stops in between, the next try sends it.</summary>
    private async Task SendAsync(Versioned<Subscriber> claimed, CancellationToken cancellationToken)
    {
        var sent = false;
        try
        {
            sent = await notices.ConfirmationAsync(claimed.Value, cancellationToken);
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
        ConfirmationClaimedUntil = null,
        ConfirmationsSentAt = sent
            ? [.. subscriber.ConfirmationsSentAt.Where(at => at > clock.GetUtcNow() - Day), clock.GetUtcNow()]
            : subscriber.ConfirmationsSentAt,
    };

    /// <summary>A weekly mail comes on the weekday of the sign-up, as the subscriber's own calendar has it.</summary>
    private Subscriber WithPreferences(Subscriber subscriber, SignUp wish)
    {
        var plan = new DeliveryPlan { Hour = wish.Hour, Zone = wish.Zone, Days = DeliveryPlan.Everyday };
        return subscriber with
        {
            Interests = [.. wish.Topics.Select(t => new Interest(InterestKind.Topic, t))],
            Size = new EditionSize(wish.Papers, null),
            Plan = wish.Weekly ? plan with { Days = [DuePlan.Today(plan, clock.GetUtcNow()).DayOfWeek] } : plan,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 8201, Level = LogLevel.Warning, Message = "A confirmation was not sent, and is tried again after {Delay}")]
        public static partial void PutOff(ILogger logger, Exception exception, TimeSpan delay);
    }
}
