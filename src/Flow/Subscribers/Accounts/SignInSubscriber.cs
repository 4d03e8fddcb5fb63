using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Mails a link to sign in to an address that has an account; to all others nothing.</summary>
public sealed partial class SignInSubscriber(
    ISubscriberTable subscribers, AddressHash addresses, RequestedMail mail, SendNotice notices, IFlowQueues queues,
    ILogger<SignInSubscriber> logger)
{
    public static RequestedMailKind Mail { get; } = new(
        TimeSpan.FromMinutes(2), MailsADay: 10, s => s.SignInClaimedUntil, s => s.SignInsSentAt,
        (s, claimedUntil, sentAt) => s with { SignInClaimedUntil = claimedUntil, SignInsSentAt = sentAt });

    /// <summary>Over about half an hour; then the person has asked again, or given up.</summary>
    private const int MostTries = 7;

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
        if (await subscribers.FindByAddressAsync(addresses.Of(wish.Email), cancellationToken) is not { } id
            || await subscribers.FindAsync(id, cancellationToken) is not { Value: var subscriber } row
            || subscriber.State is SubscriberState.Pending or SubscriberState.Suppressed)
        {
            return;
        }

        var wait = await mail.SendAsync(Mail, row, s => s, s => notices.SignInAsync(s, cancellationToken), cancellationToken);
        await (wait is { } delay ? queues.SendLaterAsync(wish, delay, cancellationToken) : Task.CompletedTask);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 8202, Level = LogLevel.Warning,
            Message = "A link to sign in was not sent, and is tried again after {Delay}")]
        public static partial void PutOff(ILogger logger, Exception exception, TimeSpan delay);
    }
}
