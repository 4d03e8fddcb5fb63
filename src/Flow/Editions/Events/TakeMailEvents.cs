using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;

namespace PaperFunctions.Flow.Editions.Events;

/// <summary>Acts on what became of mails: settles editions whose end was not seen, and stops mail to addresses that are dead or
/// complain.</summary>
public sealed partial class TakeMailEvents(
    DeliveryLedger ledger, SubscriberAccount accounts, ISubscriberTable subscribers, AddressHash addresses, IMailEventTable table,
    ILogger<TakeMailEvents> logger)
{
    private const int MaxReason = 500;

    /// <summary>Each may be told twice, and in any order; a failure leaves the rest for the provider's next attempt.</summary>
    public async Task RunAsync(IReadOnlyList<MailEvent> events, CancellationToken cancellationToken)
    {
        foreach (var reported in events)
        {
            await (reported.Kind switch
            {
                MailEventKind.Other => Task.CompletedTask,
                MailEventKind.Accepted => SettleAsync(reported, cancellationToken),
                _ => ReturnAsync(reported, cancellationToken),
            });
        }
    }

    private Task SettleAsync(MailEvent reported, CancellationToken cancellationToken) =>
        reported is { SubscriberId: { } subscriber, EditionKey: { } edition }
            ? ledger.ConfirmSentAsync(subscriber, edition, reported.MessageId, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Acted on before it is noted: what is told again after a stop in between is acted on again, which changes nothing.</summary>
    private async Task ReturnAsync(MailEvent reported, CancellationToken cancellationToken)
    {
        if (await table.HasAsync(reported, cancellationToken))
        {
            return;
        }

        await SettleAsync(reported, cancellationToken);
        var id = await KnownAsync(reported.SubscriberId ?? await FindAsync(reported.Email, cancellationToken), cancellationToken);
        if (id is not null && reported.Kind is MailEventKind.Bounce or MailEventKind.Dropped or MailEventKind.SpamReport)
        {
            await accounts.SuppressAsync(id, cancellationToken);
            Log.Suppressed(logger, id, reported.Kind);
        }
        else if (id is not null && reported.Kind == MailEventKind.Unsubscribe)
        {
            await accounts.UnsubscribeAsync(id, goodbye: false, cancellationToken);
        }

        await table.PutAsync(new ReturnedMail(reported.Key, id ?? "", reported.Kind, Reason(reported), reported.At), cancellationToken);
    }

    /// <summary>Servers often repeat the address in what they say; it is kept in the subscriber's own row alone, and goes with
    /// it.</summary>
    private static string Reason(MailEvent reported)
    {
        var line = CleanText.Line(reported.Reason);
        return CleanText.Shorten(
            reported.Email.Length > 0
                ? line.Replace(reported.Email, "(the address)", StringComparison.OrdinalIgnoreCase)
                : line, MaxReason);
    }

    /// <summary>Null for somebody who has had everything deleted since: no id of theirs is kept again.</summary>
    private async Task<string?> KnownAsync(string? id, CancellationToken cancellationToken) =>
        id is not null && await subscribers.FindAsync(id, cancellationToken) is not null ? id : null;

    private async Task<string?> FindAsync(string email, CancellationToken cancellationToken) =>
        EmailAddress.Normalise(email) is { } normal ? await subscribers.FindByAddressAsync(addresses.Of(normal), cancellationToken) : null;

    private static partial class Log
    {
        [LoggerMessage(EventId = 8001, Level = LogLevel.Warning, Message = "No more mail to {Subscriber}: {Kind}")]
        public static partial void Suppressed(ILogger logger, string subscriber, MailEventKind kind);
    }
}
