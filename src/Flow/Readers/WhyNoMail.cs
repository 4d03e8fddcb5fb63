using NodaTime.Extensions;
using PaperFunctions.Flow.Schedule;
using PaperFunctions.Flow.Send;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Readers;

/// <summary>Answers "why did no mail come on that day".</summary>
public sealed class WhyNoMail(IDeliveryTable deliveries, TimeProvider clock)
{
    /// <param name="day">On the reader's own calendar.</param>
    public async Task<ReaderAnswer> RunAsync(Subscriber reader, DateOnly day, CancellationToken cancellationToken)
    {
        var key = day.ToString("yyyy-MM-dd");
        var found = await deliveries.ListAsync(reader.Id, cancellationToken)
            .Where(d => d.EditionKey.StartsWith(key, StringComparison.Ordinal)).ToListAsync(cancellationToken);
        return found.Count > 0
            ? new(string.Join(" ", found.Select(d => Of(d, reader))), [])
            : new(WithoutEdition(reader, day), []);
    }

    private static string Of(Delivery edition, Subscriber reader) => edition.State switch
    {
        DeliveryState.Sent => $"Mail was sent at {Local(edition.ChangedAt, reader):HH:mm} ({reader.Plan.Zone}): \"{edition.Subject}\". If it did not arrive, look into the spam folder.",
        DeliveryState.Skipped => $"No mail was sent: {edition.Reason}",
        DeliveryState.Failed => $"The mail could not be sent: {edition.Reason}",
        _ => $"The edition is being sent (attempt {edition.Attempt}).{(edition.Reason is { } reason ? $" The last attempt said: {reason}" : "")}",
    };

    private string WithoutEdition(Subscriber reader, DateOnly day)
    {
        var now = Local(clock.GetUtcNow(), reader);
        var today = DateOnly.FromDateTime(now);
        return reader switch
        {
            _ when day > today => "That day is still to come.",
            _ when day < DateOnly.FromDateTime(Local(reader.CreatedAt, reader)) => $"You signed up later, on {Local(reader.CreatedAt, reader):d MMMM yyyy}.",
            { State: SubscriberState.Pending } => "Your address is not confirmed yet: open the link in the confirmation mail.",
            { State: SubscriberState.Suppressed } => "Mail to your address came back, so none is sent until you confirm it again: sign up once more.",
            { State: SubscriberState.Unsubscribed } => "You are unsubscribed, so no edition was made.",
            { Plan.PausedUntil: { } until } when day < until => $"Your mail is paused until {until:d MMMM yyyy}.",
            _ when reader.Plan.Days.Count > 0 && !reader.Plan.Days.Contains(day.DayOfWeek) => $"Your preferences ask for no mail on {day.DayOfWeek}s.",
            _ when day == today && reader.NextDue is { } due && due > clock.GetUtcNow() && DateOnly.FromDateTime(Local(due, reader)) == today
                => $"It is due today at {Local(due, reader):HH:mm} ({reader.Plan.Zone}).",
            _ when reader.NextDue is { } late && late <= clock.GetUtcNow() => "The edition is late: it was due and has not been made yet. It is caught up by itself.",
            _ => "No edition was made on that day. Your preferences may have been others then, or the day's hour had passed when you set them.",
        };
    }

    private static DateTime Local(DateTimeOffset at, Subscriber reader) =>
        at.ToInstant().InZone(DuePlan.ZoneOf(reader.Plan)).LocalDateTime.ToDateTimeUnspecified();
}
