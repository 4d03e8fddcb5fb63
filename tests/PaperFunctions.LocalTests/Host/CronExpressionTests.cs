using PaperFunctions.Local.Host.Timers;

namespace PaperFunctions.LocalTests.Host;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("0 */15 * * * *", "2026-03-14T10:07:12", "2026-03-14T10:15:00")]
    [InlineData("0 */15 * * * *", "2026-03-14T10:15:00", "2026-03-14T10:30:00")]
    [InlineData("0 */15 * * * *", "2026-12-31T23:50:00", "2027-01-01T00:00:00")]
    [InlineData("*/15 * * * *", "2026-03-14T10:07:12", "2026-03-14T10:15:00")]
    [InlineData("* * * * * *", "2026-03-14T10:07:12.9", "2026-03-14T10:07:13")]
    [InlineData("30 * * * * *", "2026-03-14T10:07:30", "2026-03-14T10:08:30")]
    [InlineData("0 0 3 * * *", "2026-03-14T03:00:00", "2026-03-15T03:00:00")]
    [InlineData("0 30 9 * * MON-FRI", "2026-03-13T09:30:00", "2026-03-16T09:30:00")]
    [InlineData("0 30 9 * * monday,Thu", "2026-03-14T00:00:00", "2026-03-16T09:30:00")]
    [InlineData("0 0 0 1 jan *", "2026-01-01T00:00:00", "2027-01-01T00:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 0 29 2 *", "2096-03-01T00:00:00", "2104-02-29T00:00:00")]
    [InlineData("0 0 0 29 2 0", "2026-01-01T00:00:00", "2032-02-29T00:00:00")]
    [InlineData("0 0 0 31 * *", "2026-03-31T00:00:00", "2026-05-31T00:00:00")]
    [InlineData("0 0 0 13 * FRI", "2026-03-13T00:00:00", "2026-11-13T00:00:00")]
    [InlineData("5,10 0-20/10 22 * * *", "2026-03-14T22:10:05", "2026-03-14T22:10:10")]
    [InlineData("5,10 0-20/10 22 * * *", "2026-03-14T22:20:10", "2026-03-15T22:00:05")]
    [InlineData("0 50/5 * * * *", "2026-03-14T10:00:00", "2026-03-14T10:50:00")]
    [InlineData("0 50/5 * * * *", "2026-03-14T10:55:00", "2026-03-14T11:50:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31T23:59:59", "2027-12-31T23:59:59")]
    [InlineData("0 10 8,20 * * *", "2026-03-14T08:10:00", "2026-03-14T20:10:00")]
    public void The_next_time_is_the_first_that_fits_all_fields(string schedule, string after, string next) =>
        Assert.Equal(Time(next), CronExpression.Parse(schedule).Next(Time(after)));

    [Fact]
    public void Every_time_of_a_year_is_found_in_order_and_none_is_left_out()
    {
        var schedule = CronExpression.Parse("0 7,37 5-7 1-15/2 1,6,12 MON,WED");
        var expected = Enumerable.Range(0, 366 * 24 * 60).Select(minute => Time("2028-01-01T00:00:00").AddMinutes(minute))
            .Where(time => time is { Minute: 7 or 37, Hour: >= 5 and <= 7, Month: 1 or 6 or 12, DayOfWeek: DayOfWeek.Monday or DayOfWeek.Wednesday })
            .Where(time => time is { Day: 1 or 3 or 5 or 7 or 9 or 11 or 13 or 15 })
            .ToList();
        var found = new List<DateTime>();
        for (var at = schedule.Next(Time("2027-12-31T23:59:59")); at!.Value.Year == 2028; at = schedule.Next(at.Value))
        {
            found.Add(at.Value);
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Times_stay_in_utc() => Assert.Equal(DateTimeKind.Utc, CronExpression.Parse("0 0 0 * * *").Next(DateTime.UtcNow)!.Value.Kind);

    [Theory]
    [InlineData("", "has 0 fields")]
    [InlineData("* * * *", "has 4 fields, but needs six")]
    [InlineData("0 0 0 * * * 2026", "has 7 fields")]
    [InlineData("00:15:00", "is a time span, which only App Service plans take")]
    [InlineData("60 * * * * *", "'60' in the seconds is not within 0 to 59.")]
    [InlineData("0 -1 * * * *", "'-1' in the minutes")]
    [InlineData("0 0 24 * * *", "'24' in the hours is not within 0 to 23.")]
    [InlineData("0 0 0 0 * *", "'0' in the day of the month is not within 1 to 31.")]
    [InlineData("0 0 0 * 13 *", "'13' in the month is not within 1 to 12 or a name.")]
    [InlineData("0 0 0 * * 7", "'7' in the day of the week is not within 0 to 6 or a name.")]
    [InlineData("0 0 0 * * Mo", "'Mo' in the day of the week")]
    [InlineData("0 0 0 * * FRI-MON", "'FRI-MON' in the day of the week runs backwards.")]
    [InlineData("0 */0 * * * *", "'*/0' in the minutes has no step of 1 or more")]
    [InlineData("0 */x * * * *", "has no step of 1 or more")]
    [InlineData("0 1,,2 * * * *", "'' in the minutes")]
    [InlineData("0 MON * * * *", "'MON' in the minutes")]
    [InlineData("0 0 0 30 2 *", "never comes")]
    [InlineData("0 0 0 31 FEB,APR,JUN *", "never comes")]
    public void A_wrong_schedule_is_refused_with_the_field_and_the_reason(string schedule, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => CronExpression.Parse(schedule)).Message, StringComparison.Ordinal);

    private static DateTime Time(string text) => DateTime.Parse(text + "Z").ToUniversalTime();
}
