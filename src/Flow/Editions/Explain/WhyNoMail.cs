using NodaTime.Extensions;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>Answers "why did no mail come on that day".</summary>
public sealed class WhyNoMail(IDeliveryTable deliveries, TimeProvider clock)
{
    /// <param name="day">On the subscriber's own calendar.</param>
    public async Task<SubscriberAnswer> RunAsync(Subscriber subscriber, DateOnly day, CancellationToken cancellationToken)
    {
        var key = day.ToString("yyyy-MM-dd");
        var found = await deliveries.ListAsync(subscriber.Id, cancellationToken)
            .Where(d => d.EditionKey.StartsWith(key, StringComparison.Ordinal)).ToListAsync(cancellationToken);
        return found.Count > 0
            ? new(string.Join(" ", found.Select(d => Of(d, subscriber))), [])
            : new(WithoutEdition(subscriber, day), []);
    }

    private static string Of(Delivery edition, Subscriber subscriber) => edition.State switch
    {
        DeliveryState.Sent =>
            $"Mail was sent at {Local(edition.ChangedAt, subscriber):HH:mm} ({subscriber.Plan.Zone}): \"{edition.Subject}\". If it did "
            + "not arrive, look into the spam folder.",
        DeliveryState.Skipped => $"No mail was sent: {edition.Reason}",
        DeliveryState.Failed => $"The mail could not be sent: {edition.Reason}",
        _ => "The edition is being sent (attempt "
            + $"{edition.Attempt}).{(edition.Reason is { } reason ? $" The last attempt said: {reason}" : "")}",
    };

    private string WithoutEdition(Subscriber subscriber, DateOnly day)
    {
        var now = Local(clock.GetUtcNow(), subscriber);
        var today = DateOnly.FromDateTime(now);
        return subscriber switch
        {
            _ when day > today => "That day is still to come.",
            _ when day < DateOnly.FromDateTime(Local(subscriber.CreatedAt, subscriber)) =>
                $"You signed up later, on {Local(subscriber.CreatedAt, subscriber):d MMMM yyyy}.",
            { State: SubscriberState.Pending } => "Your address is not confirmed yet: open the link in the confirmation mail.",
            { State: SubscriberState.Suppressed } =>
                "Mail to your address came back, so none is sent to it any more. Sign up with another address.",
            { State: SubscriberState.Unsubscribed } => "You are unsubscribed, so no edition was made.",
            { Plan.PausedUntil: { } until } when day < until => $"Your mail is paused until {until:d MMMM yyyy}.",
            _ when subscriber.Plan.Days.Count > 0 && !subscriber.Plan.Days.Contains(day.DayOfWeek) =>
                $"Your preferences ask for no mail on {day.DayOfWeek}s.",
            _ when day == today && subscriber.NextDue is { } due && due > clock.GetUtcNow()
                && DateOnly.FromDateTime(Local(due, subscriber)) == today
                => $"It is due today at {Local(due, subscriber):HH:mm} ({subscriber.Plan.Zone}).",
            _ when subscriber.NextDue is { } late && late <= clock.GetUtcNow() =>
                "The edition is late: it was due and has not been made yet. It is caught up by itself.",
            _ => "No edition was made on that day. Your preferences may have been others then, or the day's hour had passed when you set "
                + "them.",
        };
    }

    private static DateTime Local(DateTimeOffset at, Subscriber subscriber) =>
        at.ToInstant().InZone(DuePlan.ZoneOf(subscriber.Plan)).LocalDateTime.ToDateTimeUnspecified();
}
