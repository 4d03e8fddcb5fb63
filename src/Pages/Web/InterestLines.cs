using System.Globalization;
using System.Text.RegularExpressions;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web;

/// <summary>Interests as lines of a text field: a phrase, for muted ones with an optional "until yyyy-MM-dd" at the end.</summary>
public static partial class InterestLines
{
    public static string Write(IEnumerable<Interest> interests, InterestKind kind) =>
        string.Join('\n', interests.Where(i => i.Kind == kind)
            .Select(i => i.Until is { } day ? $"{i.Text} until {day:yyyy-MM-dd}" : i.Text));

    /// <summary>Reads lines (or parts between semicolons): empty ones are passed over, the same phrase twice counts once.</summary>
    public static IReadOnlyList<Interest> Read(string? lines, InterestKind kind) =>
    [
        .. (lines ?? "").Split(['\n', '\r', ';'])
            .Select(line => ReadOne(CleanText.Line(line).Trim(), kind))
            .Where(i => i.Text.Length > 0)
            .DistinctBy(i => i.Text, StringComparer.OrdinalIgnoreCase),
    ];

    private static Interest ReadOne(string line, InterestKind kind)
    {
        if (kind == InterestKind.Muted && Until().Match(line) is { Success: true } match
            && DateOnly.TryParseExact(match.Groups["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day))
        {
            return new Interest(kind, match.Groups["phrase"].Value, day);
        }

        return new Interest(kind, line);
    }

    [GeneratedRegex(
        @"^(?<phrase>.+?) +until +(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Until();
}
