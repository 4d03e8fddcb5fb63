using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Import;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Nightly;

/// <summary>Removes what is known of people once it has been kept for long enough: sign-ups that nobody confirmed, mail that came back,
/// deliveries.</summary>
public sealed partial class ExpireRecords(
    ISubscriberTable subscribers, SubscriberAccount accounts, IMailEventTable events, IDeliveryTable deliveries, IImportTable imports,
    MailAllowance allowance,
    IOptions<NightlyOptions> options, TimeProvider clock, ILogger<ExpireRecords> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var signUps = await ExpireSignUpsAsync(cancellationToken);
        var returned = await events.ExpireAsync(DayBefore(options.Value.MailEventDays), cancellationToken);
        var settled = await deliveries.ExpireAsync(DayBefore(options.Value.DeliveryDays), cancellationToken);
        await allowance.ExpireAsync(cancellationToken);
        await imports.ExpireAsync(clock.GetUtcNow().AddDays(-options.Value.MailEventDays), cancellationToken);
        Log.Expired(logger, signUps, returned, settled);
    }

    private async Task<int> ExpireSignUpsAsync(CancellationToken cancellationToken)
    {
        var (count, before) = (0, clock.GetUtcNow().AddDays(-options.Value.PendingDays));
        await foreach (var one in subscribers.ListAsync(cancellationToken)
            .Where(s => s.State == SubscriberState.Pending && LastAsked(s) < before).WithCancellation(cancellationToken))
        {
            count += await accounts.ExpireAsync(one.Id, cancellationToken) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Somebody who asks again gets a new link, and as long again for it.</summary>
    private static DateTimeOffset LastAsked(Subscriber subscriber) => subscriber.ConfirmationsSentAt.Append(subscriber.CreatedAt).Max();

    private DateOnly DayBefore(int days) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-days);

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 7004, Level = LogLevel.Information,
            Message = "Expired: {SignUps} sign-ups that nobody confirmed, {Returned} mails that came back, {Deliveries} deliveries")]
        public static partial void Expired(ILogger logger, int signUps, int returned, int deliveries);
    }
}
