using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Somebody asked for mail: note the wishes and ask the address to confirm.</summary>
public sealed class SignUpSubscriber(EnrolSubscriber enrol, ISubscriberTable subscribers, SendNotice notices, TimeProvider clock)
{
    /// <summary>One confirmation mail an address in this time: a form must not be a way to flood a mailbox.</summary>
    public static readonly TimeSpan MailAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>Confirmation mails an address in a day, whoever asks for them and wherever.</summary>
    public const int MailsADay = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <exception cref="IOException">The account changed meanwhile, or the mail was not accepted; to be tried again.</exception>
    public async Task RunAsync(SignUp wish, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await enrol.FindOrAddAsync(wish.Email, cancellationToken);
        List<DateTimeOffset> sent = [.. row.Value.ConfirmationsSentAt.Where(at => at > now - Day)];
        if (sent.Count >= MailsADay || sent.Any(at => at > now - MailAgainAfter))
        {
            return;
        }

        // Only an account that nobody has confirmed takes over what the form says: it may have been filled in by anybody.
        var noted = row.Value.State == SubscriberState.Pending ? WithPreferences(row.Value, wish) : row.Value;
        // Noted before it is sent: of several that come at the same time, one gets through.
        var saved = await subscribers.TrySaveAsync(
            row with { Value = noted with { ConfirmationsSentAt = [.. sent, now] } }, cancellationToken)
            ?? throw new IOException("The account changed while a confirmation was prepared; it is tried again.");
        await SendAsync(saved, sent, cancellationToken);
    }

    private async Task SendAsync(Versioned<Subscriber> row, IReadOnlyList<DateTimeOffset> before, CancellationToken cancellationToken)
    {
        try
        {
            await notices.ConfirmationAsync(row.Value, cancellationToken);
        }
        catch
        {
            await subscribers.TrySaveAsync(row with { Value = row.Value with { ConfirmationsSentAt = before } }, CancellationToken.None);
            throw;
        }
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
}
