using System.Globalization;

namespace PaperFunctions.Formats.Shared.Fields;

/// <summary>"Mar 14": a date that leaves its year to the reader.</summary>
internal static class ShortDate
{
    private static readonly string[] WithYear =
        ["MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d MMM yyyy", "d MMMM yyyy", "yyyy-MM-dd"];

    /// <summary>Formats are tried with a leap year, so that Feb 29 is one.</summary>
    private static readonly string[] WithoutYear = ["yyyy MMM d", "yyyy MMMM d", "yyyy d MMM", "yyyy d MMMM"];

    private const int LeapYear = 2024;

    /// <summary>Leap years are at most this far apart.</summary>
    private const int YearsBack = 8;

    /// <summary>The date, in the latest year that does not put it after the upload; null if the line is none.</summary>
    public static DateOnly? Read(string line, DateTimeOffset uploadedAt)
    {
        if (line.Length is < 4 or > 20)
        {
            return null;
        }

        if (DateOnly.TryParseExact(line, WithYear, CultureInfo.InvariantCulture, DateTimeStyles.None, out var full))
        {
            return full;
        }

        return DateOnly.TryParseExact($"{LeapYear} {line}", WithoutYear, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Latest(day, DateOnly.FromDateTime(uploadedAt.DateTime))
            : null;
    }

    private static DateOnly? Latest(DateOnly day, DateOnly notAfter)
    {
        for (var year = notAfter.Year; year > Math.Max(notAfter.Year - YearsBack - 1, 0); year--)
        {
            if (day.Day <= DateTime.DaysInMonth(year, day.Month) && new DateOnly(year, day.Month, day.Day) is var date && date <= notAfter)
            {
                return date;
            }
        }

        return null;
    }
}
