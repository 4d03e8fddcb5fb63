using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Readers;
using PaperFunctions.Flow.Schedule;
using PaperFunctions.Flow.Send;

namespace PaperFunctions.Flow.Events;

/// <summary>Acts on what became of mails: settles editions whose end was not seen, and stops mail to addresses that are dead or complain.</summary>
public sealed partial class TakeMailEvents(
    DeliveryLedger ledger, ChangeReader readers, ISubscriberTable subscribers, AddressHash addresses, IMailEventTable table, ILogger<TakeMailEvents> logger)
{
    private const int MaxReason = 500;

    /// <summary>Each may be told twice, and in any order; a failure leaves the rest for the provider's next attempt.</summary>
    public async Task RunAsync(IReadOnlyList<MailEvent> events, CancellationToken cancellationToken)
    {
        foreach (var told in events)
        {
            await (told.Kind switch
            {
                MailEventKind.Other => Task.CompletedTask,
                MailEventKind.Accepted => SettleAsync(told, cancellationToken),
                _ => ReturnAsync(told, cancellationToken),
            });
        }
    }

    private Task SettleAsync(MailEvent told, CancellationToken cancellationToken) =>
        told is { SubscriberId: { } subscriber, EditionKey: { } edition }
            ? ledger.ConfirmSentAsync(subscriber, edition, told.MessageId, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Acted on before it is noted: what is told again after a stop in between is acted on again, which changes nothing.</summary>
    private async Task ReturnAsync(MailEvent told, CancellationToken cancellationToken)
    {
        if (await table.HasAsync(told, cancellationToken))
        {
            return;
        }

        await SettleAsync(told, cancellationToken);
        var id = told.SubscriberId ?? await FindAsync(told.Email, cancellationToken);
        if (id is not null && told.Kind is MailEventKind.Bounce or MailEventKind.Dropped or MailEventKind.SpamReport)
        {
            await readers.SuppressAsync(id, cancellationToken);
            Log.Suppressed(logger, id, told.Kind);
        }
        else if (id is not null && told.Kind == MailEventKind.Unsubscribe)
        {
            await readers.UnsubscribeAsync(id, goodbye: false, cancellationToken);
        }

        await table.PutAsync(new ReturnedMail(told.Key, id ?? "", told.Kind, Reason(told), told.At), cancellationToken);
    }

    /// <summary>Servers often repeat the address in what they say; it is kept in the reader's own row alone, and goes with it.</summary>
    private static string Reason(MailEvent told)
    {
        var line = Compose.TextCut.OneLine(told.Reason);
        return Compose.TextCut.At(told.Email.Length > 0 ? line.Replace(told.Email, "(the address)", StringComparison.OrdinalIgnoreCase) : line, MaxReason);
    }

    private async Task<string?> FindAsync(string email, CancellationToken cancellationToken) =>
        EmailAddress.Normalise(email) is { } normal ? await subscribers.FindByAddressAsync(addresses.Of(normal), cancellationToken) : null;

    private static partial class Log
    {
        [LoggerMessage(EventId = 8001, Level = LogLevel.Warning, Message = "No more mail to {Subscriber}: {Kind}")]
        public static partial void Suppressed(ILogger logger, string subscriber, MailEventKind kind);
    }
}
