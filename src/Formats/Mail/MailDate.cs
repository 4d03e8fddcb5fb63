using System.Globalization;
using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Mail;

/// <summary>The date of a mail (RFC 5322, section 3.3): <c>Sat, 14 Mar 2026 07:00:05 +0100 (CET)</c>.</summary>
internal static partial class MailDate
{
    private static readonly string[] Forms = ["d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm zzz", "d MMM yyyy H:mm:ss", "d MMM yyyy"];

    public static DateTimeOffset? Parse(string? header)
    {
        if (header is null || Core().Match(header) is not { Success: true } core)
        {
            return null;
        }

        var text = Zone().Replace(core.Value, "${hours}:${minutes}").Replace(" GMT", " +00:00", StringComparison.Ordinal).Replace(" UT", " +00:00", StringComparison.Ordinal);
        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
    }

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\d{1,2} [A-Za-z]{3} \d{4}(?: \d{1,2}:\d\d(?::\d\d)?(?: (?:[+-]\d{4}|GMT|UT))?)?")]
    private static partial Regex Core();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"(?<hours>[+-]\d\d)(?<minutes>\d\d)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Zone();
}
