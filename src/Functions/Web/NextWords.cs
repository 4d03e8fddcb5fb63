using NodaTime.Extensions;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

internal static class NextWords
{
    /// <summary>When the next edition is due, on the subscriber's own clock: "on Saturday, 14 March at 07:00"; null if none
    /// is.</summary>
    public static string? Of(Subscriber subscriber)
    {
        if (subscriber.NextDue is not { } due)
        {
            return null;
        }

        var local = due.ToInstant().InZone(DuePlan.ZoneOf(subscriber.Plan)).LocalDateTime.ToDateTimeUnspecified();
        return $"on {local:dddd, d MMMM} at {local:HH:mm}";
    }
}
