using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Plans;

/// <summary>When the next edition of a plan is due.</summary>
public static class DuePlan
{
    /// <summary>An hour that a change of clocks skips comes as soon as the clock is past the gap; one that comes twice counts once, the
    /// first time.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The furthest start of a plan: dates end with the year 9999, and a weekday and a zone need some room.</summary>
    private static readonly LocalDate EndOfDays = new(9999, 12, 1);

    /// <summary>The first delivery strictly after an instant, on a local date later than <paramref name="lastKey"/>.</summary>
    /// <param name="lastKey">Key of the edition before, <c>yyyy-MM-dd</c>, or null.</param>
    /// <returns>The instant, and the local date that is the edition's key.</returns>
    public static (DateTimeOffset At, string EditionKey) Next(DeliveryPlan plan, DateTimeOffset after, string? lastKey)
    {
        var zone = ZoneOf(plan);
        var date = after.ToInstant().InZone(zone).Date;
        if (plan.PausedUntil?.ToLocalDate() is { } until && until > date)
        {
            date = LocalDate.Min(until, EndOfDays);
        }

        for (; ; date = date.PlusDays(1))
        {
            var key = date.ToDateOnly().ToString("yyyy-MM-dd");
            if (!IsWanted(plan, date) || string.CompareOrdinal(key, lastKey) <= 0 || IsSkipped(zone, date))
            {
                continue;
            }

            var at = date.At(new LocalTime(plan.Hour, 0)).InZone(zone, Resolver).ToInstant().ToDateTimeOffset();
            if (at > after)
            {
                return (at, key);
            }
        }
    }

    /// <summary>The zone of a plan; one that the tz database no longer knows counts as UTC.</summary>
    public static DateTimeZone ZoneOf(DeliveryPlan plan) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(plan.Zone) ?? DateTimeZone.Utc;

    /// <summary>The date on the clock of a plan's zone.</summary>
    public static DateOnly Today(DeliveryPlan plan, DateTimeOffset now) => now.ToInstant().InZone(ZoneOf(plan)).Date.ToDateOnly();

    private static bool IsWanted(DeliveryPlan plan, LocalDate date) =>
        plan.Days.Count == 0 || plan.Days.Contains(date.DayOfWeek.ToDayOfWeek());

    /// <summary>Whether a zone that changed sides of the date line never had this day.</summary>
    private static bool IsSkipped(DateTimeZone zone, LocalDate date) =>
        zone.MapLocal(date.AtMidnight()) is { Count: 0, LateInterval.IsoLocalStart: var start } && start.Date > date;
}
