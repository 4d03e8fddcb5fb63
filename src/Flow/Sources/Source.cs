using NCrontab;

namespace PaperFunctions.Flow.Sources;

/// <summary>An address that digests are fetched from by themselves.</summary>
/// <param name="Name">1 to 60 of <c>a-z 0-9 -</c>; the folder of its digests.</param>
/// <param name="Address">https, as the operator wrote it.</param>
/// <param name="Schedule">UTC; never more often than hourly.</param>
public sealed record Source(string Name, Uri Address, CrontabSchedule Schedule)
{
    /// <summary>The next time after <paramref name="after"/>.</summary>
    public DateTimeOffset Next(DateTimeOffset after) => new(Schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>Whether the schedule comes twice on a day, so that a digest's name needs the time beside the day.</summary>
    public bool IsFetchedMoreThanDaily
    {
        get
        {
            var first = Schedule.GetNextOccurrence(DateTime.UnixEpoch);
            return Schedule.GetNextOccurrence(first) < first.AddDays(1);
        }
    }
}
