using PaperFunctions.Emulators.Functions.Timers;

namespace PaperFunctions.LocalTests.Emulators.Functions;

/// <summary>Schedules mean here what they mean to Azure's host: six fields, seconds first, in UTC.</summary>
public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */15 * * * *", "2026-03-14T10:07:12", "2026-03-14T10:15:00")]
    [InlineData("0 */15 * * * *", "2026-03-14T10:15:00", "2026-03-14T10:30:00")]
    [InlineData("0 */15 * * * *", "2026-12-31T23:50:00", "2027-01-01T00:00:00")]
    [InlineData("* * * * * *", "2026-03-14T10:07:12.9", "2026-03-14T10:07:13")]
    [InlineData("0 30 2 * * *", "2026-03-14T02:30:00", "2026-03-15T02:30:00")]
    [InlineData("0 30 9 * * MON-FRI", "2026-03-13T09:30:00", "2026-03-16T09:30:00")]
    [InlineData("0 0 0 29 2 0", "2026-01-01T00:00:00", "2032-02-29T00:00:00")]
    [InlineData("0 0 0 13 * FRI", "2026-03-13T00:00:00", "2026-11-13T00:00:00")]
    [InlineData("5,10 0-20/10 22 * * *", "2026-03-14T22:20:10", "2026-03-15T22:00:05")]
    public void The_next_time_is_the_first_that_fits_all_fields(string schedule, string after, string next) =>
        Assert.Equal(Time(next), TimerSchedule.Parse(schedule).Next(Time(after)));

    [Fact]
    public void Times_stay_in_utc() => Assert.Equal(DateTimeKind.Utc, TimerSchedule.Parse("0 0 0 * * *").Next(DateTime.UtcNow)!.Value.Kind);

    [Theory]
    [InlineData("", "must contain 6 components")]
    [InlineData("*/15 * * * *", "must contain 6 components")]
    [InlineData("00:15:00", "must contain 6 components")]
    [InlineData("60 * * * * *", "60 is higher than the maximum allowable value for the [Second] field")]
    [InlineData("0 0 0 30 2 *", "never comes")]
    public void A_wrong_schedule_is_refused_with_the_reason(string schedule, string reason)
    {
        var message = Assert.Throws<FormatException>(() => TimerSchedule.Parse(schedule)).Message;
        Assert.StartsWith($"The schedule '{schedule}' ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    private static DateTime Time(string text) => DateTime.Parse(text + "Z").ToUniversalTime();
}
