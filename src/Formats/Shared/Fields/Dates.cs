using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Fields;

/// <summary>Dates in all shapes that feeds, mails and exports have. A date is a day or nothing: a year or a month alone is null,
/// because the first of January would be an invention; so is 3/4/2024, which two continents read differently.</summary>
internal static partial class Dates
{
    /// <summary>The day as written, in the zone it was written in; null where there is none. Years 1600 to 2200.</summary>
    public static DateOnly? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var start = text.Length > 200 ? text[..200] : text;
        return From(YearFirst().Match(start)) ?? From(DayFirst().Match(start)) ?? From(MonthFirst().Match(start))
            ?? From(YearAndName().Match(start)) ?? From(Compact().Match(start)) ?? Slashed(Slashes().Match(start));
    }

    /// <summary>As <see cref="Parse(string?)"/>; a day without a year ("Mar 14") is the last such day before the upload.</summary>
    public static DateOnly? Parse(string text, DateTimeOffset uploadedAt) => ShortDate.Read(text.Trim(), uploadedAt) ?? Parse(text);

    /// <summary>The day of three parts; null where one is missing or they are no day. Months may be numbers or names.</summary>
    public static DateOnly? Of(string? year, string? month, string? day) =>
        int.TryParse(year?.Trim(), out var y) && int.TryParse(day?.Trim(), out var d) ? Of(y, Month(month), d) : null;

    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1600 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : null;

    /// <summary>Seconds or milliseconds since 1970; null where that is no likely day of a paper.</summary>
    public static DateOnly? OfUnix(long time)
    {
        var seconds = time > 100_000_000_000 ? time / 1000 : time;
        return seconds is > 300_000_000 and < 7_000_000_000
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).DateTime)
            : null;
    }

    private static DateOnly? From(Match match) =>
        !match.Success
            ? null
            : Of(FullYear(match.Groups["y"].ValueSpan), Month(match.Groups["m"].Value), int.Parse(match.Groups["d"].ValueSpan));

    /// <summary>Settled where one number is too large for a month, or both are the same.</summary>
    private static DateOnly? Slashed(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var (a, b, year) = (int.Parse(match.Groups["a"].ValueSpan), int.Parse(match.Groups["b"].ValueSpan),
            FullYear(match.Groups["y"].ValueSpan));
        return a > 12 || match.Groups["dot"].Success ? Of(year, b, a) : b > 12 || a == b ? Of(year, a, b) : null;
    }

    private static int FullYear(ReadOnlySpan<char> year) => int.Parse(year) is var y && year.Length > 2 ? y : y < 70 ? 2000 + y : 1900 + y;

    private static int Month(string? text)
    {
        var month = (text ?? "").AsSpan().Trim();
        if (int.TryParse(month, out var number))
        {
            return number;
        }

        const string Names = "janfebmaraprmayjunjulaugsepoctnovdec";
        Span<char> start = stackalloc char[3];
        var at = month.Length < 3 || month[..3].ToLowerInvariant(start) < 3 ? -1 : Names.AsSpan().IndexOf(start);
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }

    private const string Name = @"(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?";

    [Backtracks(200, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"^\W*(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [Backtracks(200, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\b(?<d>\d{1,2})(?:st|nd|rd|th)?[\s-]{1,3}(?:of\s)?" + Name + @"[\s,-]{1,3}(?<y>\d{4}|\d{2})\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DayFirst();

    [Backtracks(200, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\b" + Name
        + @"\s{1,3}(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?:\d{1,2}:\d\d(?::\d\d)?\s{1,3}(?:[A-Z]{3,4}\s)?)?(?<y>\d{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthFirst();

    [Backtracks(200, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"^\s*(?<y>\d{4})[\s/-]{1,3}" + Name + @"[\s/-]{1,3}(?<d>\d{1,2})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex YearAndName();

    [Backtracks(200, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"^\s*(?<y>(?:1[6-9]|2[01])\d\d)(?<m>\d\d)(?<d>\d\d)(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Compact();

    [Backtracks(200, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"^\s*(?<a>\d{1,2})(?:/|-|(?<dot>\.))(?<b>\d{1,2})[/.-](?<y>\d{4})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Slashes();
}
