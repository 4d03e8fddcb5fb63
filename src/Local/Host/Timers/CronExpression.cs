namespace PaperFunctions.Local.Host.Timers;

/// <summary>A schedule as timer triggers write it (NCRONTAB): <c>second minute hour day month day-of-week</c>; the seconds may be left out.</summary>
/// <remarks>As in Azure, both days must fit when both are restricted: <c>0 0 0 13 * FRI</c> is Friday the 13th.</remarks>
internal sealed class CronExpression
{
    // A 29 February on a given day of the week comes back within 28 years, or 40 around a century without one.
    private const int YearsAhead = 41;

    private readonly CronField _seconds, _minutes, _hours, _days, _months, _daysOfWeek;
    private readonly string _text;

    private CronExpression(string text, string[] fields)
    {
        _text = text;
        _seconds = CronField.Parse(fields[0], CronFieldKind.Second);
        _minutes = CronField.Parse(fields[1], CronFieldKind.Minute);
        _hours = CronField.Parse(fields[2], CronFieldKind.Hour);
        _days = CronField.Parse(fields[3], CronFieldKind.Day);
        _months = CronField.Parse(fields[4], CronFieldKind.Month);
        _daysOfWeek = CronField.Parse(fields[5], CronFieldKind.DayOfWeek);
    }

    /// <exception cref="FormatException">One sentence: which field is wrong, and why.</exception>
    public static CronExpression Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (TimeSpan.TryParse(text, out _) && fields.Length == 1)
        {
            throw new FormatException($"The schedule '{text}' is a time span, which only App Service plans take: write six fields, '0 */15 * * * *'.");
        }

        fields = fields.Length == 5 ? ["0", .. fields] : fields;
        if (fields.Length != 6)
        {
            throw new FormatException($"The schedule '{text}' has {fields.Length} fields, but needs six: second minute hour day month day-of-week.");
        }

        var expression = new CronExpression(text, fields);
        return expression.Next(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc)) is not null
            ? expression
            : throw new FormatException($"The schedule '{text}' never comes: no month of it has such a day.");
    }

    /// <summary>The first time after the given one, to the second, of the same kind; null where there is none in 41 years.</summary>
    public DateTime? Next(DateTime after)
    {
        var start = new DateTime(after.Year, after.Month, after.Day, after.Hour, after.Minute, after.Second, after.Kind).AddSeconds(1);
        var time = TimeOfDay(start.TimeOfDay);
        var day = start.Date;
        if (time is null || !Fits(day))
        {
            time = TimeOfDay(TimeSpan.Zero);
            day = NextDay(day);
        }

        return day == default ? null : day + time;
    }

    public override string ToString() => _text;

    private DateTime NextDay(DateTime day)
    {
        for (var end = day.AddYears(YearsAhead); day < end;)
        {
            day = _months.Has(day.Month) ? day.AddDays(1) : new DateTime(day.Year, day.Month, 1, 0, 0, 0, day.Kind).AddMonths(1);
            if (Fits(day))
            {
                return day;
            }
        }

        return default;
    }

    private bool Fits(DateTime day) => _months.Has(day.Month) && _days.Has(day.Day) && _daysOfWeek.Has((int)day.DayOfWeek);

    /// <summary>The first time of a day that fits and is not before the given one.</summary>
    private TimeSpan? TimeOfDay(TimeSpan from)
    {
        var (hour, minute) = (from.Hours, from.Minutes);
        if (_hours.Has(hour) && _minutes.Has(minute) && _seconds.From(from.Seconds) is { } second)
        {
            return new TimeSpan(hour, minute, second);
        }

        if (_hours.Has(hour) && _minutes.From(minute + 1) is { } laterMinute)
        {
            return new TimeSpan(hour, laterMinute, _seconds.From(0)!.Value);
        }

        return _hours.From(hour + 1) is { } laterHour ? new TimeSpan(laterHour, _minutes.From(0)!.Value, _seconds.From(0)!.Value) : null;
    }
}
