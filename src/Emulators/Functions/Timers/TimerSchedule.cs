using NCrontab;

namespace PaperFunctions.Emulators.Functions.Timers;

/// <summary>A schedule as timer triggers write it (NCRONTAB), in UTC: <c>second minute hour day month day-of-week</c>.</summary>
/// <remarks>As in Azure, both days must fit where both are restricted: <c>0 0 0 13 * FRI</c> is Friday the 13th.</remarks>
internal sealed class TimerSchedule
{
    // A 29 February on a given day of the week comes back within 28 years, or 40 around a century without one.
    private const int YearsAhead = 41;

    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };

    private readonly CrontabSchedule _schedule;

    private TimerSchedule(string text) => _schedule = CrontabSchedule.Parse(text, SixFields);

    /// <exception cref="FormatException">One sentence that says what is wrong.</exception>
    public static TimerSchedule Parse(string text)
    {
        try
        {
            var schedule = new TimerSchedule(text);
            return schedule.Next(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc)) is not null
                ? schedule
                : throw new FormatException($"The schedule '{text}' never comes: no month of it has such a day.");
        }
        catch (CrontabException e)
        {
            throw new FormatException($"The schedule '{text}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The first time after the given one; null if there is none within 41 years.</summary>
    public DateTime? Next(DateTime after)
    {
        var end = after.AddYears(YearsAhead);
        return _schedule.GetNextOccurrence(after, end) is var next && next < end ? next : null;
    }

    public override string ToString() => _schedule.ToString();
}
