using NodaTime;
using NodaTime.Extensions;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Subscribers.Plans;

public class DuePlanTests
{
    [Fact]
    public void Every_zone_has_one_edition_for_each_local_day_of_two_years()
    {
        var from = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var to = from.AddYears(2);
        foreach (var name in DateTimeZoneProviders.Tzdb.Ids)
        {
            var zone = DateTimeZoneProviders.Tzdb[name];
            var hour = Math.Abs(StringHash(name)) % 24;
            var editions = Run(new DeliveryPlan { Hour = hour, Zone = name }, from, to);
            var first = DateOnly.ParseExact(editions[0].Key, "yyyy-MM-dd");
            Assert.Equal(Enumerable.Range(0, editions.Count)
                .Select(i => first.AddDays(i).ToString("yyyy-MM-dd")), editions.Select(e => e.Key));
            Assert.InRange(editions.Count, 729, 731);
            Assert.All(editions, e => AssertLocal(zone, e, hour));
        }
    }

    [Theory]
    [InlineData("Europe/Zurich", 2, "2026-03-28T01:00Z", "2026-03-29T01:00Z", "2026-03-30T00:00Z")] // 02:00 is skipped: at 03:00
    [InlineData("Europe/Zurich", 2, "2026-10-24T00:00Z", "2026-10-25T00:00Z", "2026-10-26T01:00Z")] // 02:00 comes twice: the first
    [InlineData("America/New_York", 2, "2026-03-07T07:00Z", "2026-03-08T07:00Z", "2026-03-09T06:00Z")]
    [InlineData("America/New_York", 1, "2026-10-31T05:00Z", "2026-11-01T05:00Z", "2026-11-02T06:00Z")]
    [InlineData("Australia/Lord_Howe", 2, "2026-10-03T15:30Z", "2026-10-04T15:30Z", "2026-10-04T15:00Z")] // half an hour: see below
    public void A_change_of_clocks_moves_the_hour_and_no_edition_is_lost_or_doubled(string zone, int hour, string before, string at,
        string after)
    {
        var plan = new DeliveryPlan { Hour = hour, Zone = zone };
        if (zone == "Australia/Lord_Howe")
        {
            // 02:00 becomes 02:30 on 2026-10-04; the day before is at UTC+10:30, the day after at UTC+11.
            (before, at, after) = ("2026-10-02T15:30Z", "2026-10-03T15:30Z", "2026-10-04T15:00Z");
        }

        var first = DuePlan.Next(plan, Utc(before).AddMinutes(-1), null);
        var second = DuePlan.Next(plan, first.At, first.EditionKey);
        var third = DuePlan.Next(plan, second.At, second.EditionKey);
        Assert.Equal([Utc(before), Utc(at), Utc(after)], [first.At, second.At, third.At]);
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2026-03-14T01:30Z")]
    [InlineData("Asia/Kathmandu", "2026-03-14T01:15Z")]
    [InlineData("Pacific/Chatham", "2026-03-14T17:15Z")]
    public void Zones_off_the_hour_are_due_on_their_own_hour(string zone, string at) =>
        Assert.Equal(Utc(at), DuePlan.Next(new DeliveryPlan { Hour = 7, Zone = zone }, Utc("2026-03-14T00:00Z"), null).At);

    [Fact]
    public void A_day_that_a_zone_never_had_has_no_edition()
    {
        // Samoa went from 2011-12-29 to 2011-12-31.
        var editions = Run(new DeliveryPlan { Hour = 7, Zone = "Pacific/Apia" }, Utc("2011-12-28T00:00Z"), Utc("2012-01-02T23:00Z"));
        Assert.Equal(["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01", "2012-01-02"], editions.Select(e => e.Key).Take(5));
        Assert.Equal(editions.Select(e => e.At).Distinct(), editions.Select(e => e.At));
    }

    [Fact]
    public void A_weekly_reader_is_due_on_that_day_alone()
    {
        var plan = new DeliveryPlan { Zone = "America/Los_Angeles", Hour = 22, Days = [DayOfWeek.Monday] };
        var editions = Run(plan, Utc("2026-01-01T00:00Z"), Utc("2026-12-31T00:00Z"));
        Assert.Equal(52, editions.Count);
        Assert.All(editions, e => Assert.Equal(DayOfWeek.Monday, DateOnly.ParseExact(e.Key, "yyyy-MM-dd").DayOfWeek));
    }

    [Fact]
    public void A_pause_ends_on_its_day()
    {
        var plan = new DeliveryPlan { Zone = "Asia/Tokyo", PausedUntil = new DateOnly(2026, 4, 1) };
        Assert.Equal((Utc("2026-03-31T22:00Z"), "2026-04-01"), DuePlan.Next(plan, Utc("2026-03-14T00:00Z"), null));
    }

    [Theory]
    [InlineData("Etc/GMT+12")]
    [InlineData("Pacific/Kiritimati")]
    public void A_pause_without_end_is_planned_for_the_end_of_days(string zone)
    {
        var plan = new DeliveryPlan { Zone = zone, Hour = 23, PausedUntil = DateOnly.MaxValue };
        Assert.True(DuePlan.Next(plan, Utc("2026-03-14T00:00Z"), null).At.Year >= 9999);
    }

    [Fact]
    public void The_day_of_the_last_edition_is_not_used_again_whatever_the_plan_says()
    {
        var plan = new DeliveryPlan { Hour = 23 };
        Assert.Equal("2026-03-15", DuePlan.Next(plan, Utc("2026-03-14T08:00Z"), "2026-03-14").EditionKey);
        Assert.Equal("2026-03-14", DuePlan.Next(plan, Utc("2026-03-14T08:00Z"), "2026-03-13").EditionKey);
    }

    [Fact]
    public void A_zone_that_is_not_known_counts_as_UTC() =>
        Assert.Equal(Utc("2026-03-14T07:00Z"), DuePlan.Next(new DeliveryPlan { Zone = "Mars/Olympus" }, Utc("2026-03-14T00:00Z"), null).At);

    /// <summary>All editions of a span, each planned when the one before was settled.</summary>
    private static List<(DateTimeOffset At, string Key)> Run(DeliveryPlan plan, DateTimeOffset from, DateTimeOffset to)
    {
        var editions = new List<(DateTimeOffset At, string Key)>();
        var next = DuePlan.Next(plan, from.AddTicks(-1), null);
        while (next.At < to)
        {
            editions.Add(next);
            var later = DuePlan.Next(plan, next.At, next.EditionKey);
            Assert.True(later.At > next.At, $"{plan.Zone}: {later.EditionKey} is not after {next.EditionKey}");
            next = later;
        }

        return editions;
    }

    /// <summary>On the edition's own date at the wanted hour; where the clocks skip that hour, at the end of the gap.</summary>
    private static void AssertLocal(DateTimeZone zone, (DateTimeOffset At, string Key) edition, int hour)
    {
        var wanted = DateOnly.ParseExact(edition.Key, "yyyy-MM-dd").ToLocalDate().At(new LocalTime(hour, 0));
        var mapped = zone.MapLocal(wanted);
        var expected = mapped.Count == 0 ? mapped.LateInterval.Start : mapped.First().ToInstant();
        Assert.True(edition.At.ToInstant() == expected, $"{zone.Id}: {edition}");
    }

    private static int StringHash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) & 0x7fffffff;

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text);
}
