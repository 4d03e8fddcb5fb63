using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Mails a link to sign in to an address that has an account; to all others nothing.</summary>
public sealed class SignInSubscriber(ISubscriberTable subscribers, AddressHash addresses, SendNotice notices, TimeProvider clock)
{
    /// <summary>One such mail an address in this time.</summary>
    public static readonly TimeSpan MailAgainAfter = TimeSpan.FromMinutes(2);

    /// <summary>Such mails an address in a day, whoever asks for them: a form must not be a way to flood a mailbox.</summary>
    public const int MailsADay = 10;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <exception cref="IOException">The account changed meanwhile, or the mail was not accepted; to be tried again.</exception>
    public async Task RunAsync(SignIn wish, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await subscribers.FindByAddressAsync(addresses.Of(wish.Email), cancellationToken) is not { } id
            || await subscribers.FindAsync(id, cancellationToken) is not { Value: var subscriber } row
            || subscriber.State is SubscriberState.Pending or SubscriberState.Suppressed)
        {
            return;
        }

        List<DateTimeOffset> sent = [.. subscriber.SignInsSentAt.Where(at => at > now - Day)];
        if (sent.Count >= MailsADay || sent.Any(at => at > now - MailAgainAfter))
        {
            return;
        }

        // Noted before it is sent: of several that come at the same time, one gets through.
        var noted = await subscribers.TrySaveAsync(row with { Value = subscriber with { SignInsSentAt = [.. sent, now] } },
            cancellationToken)
            ?? throw new IOException("The account changed while a link to sign in was prepared; it is tried again.");
        try
        {
            await notices.SignInAsync(noted.Value, cancellationToken);
        }
        catch
        {
            await subscribers.TrySaveAsync(noted with { Value = noted.Value with { SignInsSentAt = sent } }, CancellationToken.None);
            throw;
        }
    }
}
