using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Somebody asked for mail: note the wishes and ask the address to confirm.</summary>
public sealed partial class SignUpSubscriber(
    EnrolSubscriber enrol, RequestedMail mail, SendNotice notices, IFlowQueues queues, TimeProvider clock,
    ILogger<SignUpSubscriber> logger)
{
    public static RequestedMailKind Mail { get; } = new(
        TimeSpan.FromMinutes(10), MailsADay: 3, s => s.ConfirmationClaimedUntil, s => s.ConfirmationsSentAt,
        (s, claimedUntil, sentAt) => s with { ConfirmationClaimedUntil = claimedUntil, ConfirmationsSentAt = sentAt });

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
        var row = await enrol.FindOrAddAsync(wish.Email, cancellationToken);
        if (row.Value.State == SubscriberState.Suppressed)
        {
            return; // The address is dead, or whoever reads it does not want to hear of us.
        }

        // Only an account that nobody has confirmed takes over what the form says: it may have been filled in by anybody.
        var wait = await mail.SendAsync(
            Mail, row, s => s.State == SubscriberState.Pending ? WithPreferences(s, wish) : s,
            s => notices.ConfirmationAsync(s, cancellationToken), cancellationToken);
        await (wait is { } delay ? queues.SendLaterAsync(wish, delay, cancellationToken) : Task.CompletedTask);
    }

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
