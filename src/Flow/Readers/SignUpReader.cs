using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Schedule;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Readers;

/// <summary>Somebody asked for mail: note the wishes and ask the address to confirm.</summary>
public sealed class SignUpReader(EnrolReader enrol, ISubscriberTable subscribers, SendNotice notices, TimeProvider clock)
{
    /// <summary>One confirmation mail an address in this time: a form must not be a way to flood a mailbox.</summary>
    public static readonly TimeSpan MailAgainAfter = TimeSpan.FromMinutes(10);

    public async Task RunAsync(SignUp wish, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var row = await enrol.FindOrAddAsync(wish.Email, cancellation);
        if (row.Subscriber.ConfirmationSentAt > now - MailAgainAfter)
        {
            return;
        }

        // Only an account that nobody has confirmed takes over what the form says: it may have been filled in by anybody.
        var noted = row.Subscriber.State == SubscriberState.Pending ? WithWishes(row.Subscriber, wish) : row.Subscriber;
        await notices.ConfirmationAsync(noted, cancellation);
        await subscribers.TrySaveAsync(row with { Subscriber = noted with { ConfirmationSentAt = now } }, cancellation);
    }

    private Subscriber WithWishes(Subscriber subscriber, SignUp wish)
    {
        var today = clock.GetUtcNow().DayOfWeek;
        return subscriber with
        {
            Interests = [.. wish.Topics.Select(t => new Interest(InterestKind.Topic, t))],
            Size = new EditionSize(wish.Papers, null),
            Plan = new DeliveryPlan
            {
                Hour = wish.Hour,
                Zone = wish.Zone,
                Days = wish.Weekly ? [today] : DeliveryPlan.Everyday,
            },
        };
    }
}
