using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NCrontab;

namespace PaperFunctions.Flow.Sources;

/// <summary>Reads the setting that lists the sources: <c>[NAME=]ADDRESS [SCHEDULE]</c>, apart by semicolons or lines.</summary>
public static partial class SourceList
{
    private const int MaxName = 60;

    /// <summary>Occurrences of a schedule that are looked at to see that none follows the one before within the hour.</summary>
    private const int CheckedTimes = 200;

    /// <exception cref="FormatException">An entry is wrong; the message says which, why, and what to write.</exception>
    public static IReadOnlyList<Source> Parse(string text)
    {
        var sources = text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)
            .ToList();
        return sources.GroupBy(source => source.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new FormatException($"two sources are called '{twice.Key}'. Write NAME= before each address.")
            : sources;
    }

    private static Source ParseOne(string entry)
    {
        var parts = Entry().Match(entry);
        if (!parts.Success || !Uri.TryCreate(parts.Groups["address"].Value, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps)
        {
            throw new FormatException(
                $"'{entry}' is no source. Write an https address, such as https://rss.arxiv.org/rss/cs.LG, and after it a schedule if "
                + "you like.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw new FormatException(
                $"the address of '{address.Host}' holds a name or password, which would be shown and logged. Remove it.");
        }

        var name = parts.Groups["name"] is { Success: true } given ? given.Value : NameOf(address);
        return new Source(name, address, ScheduleOf(parts.Groups["schedule"].Value.Trim(), name));
    }

    /// <summary>Host and path in small letters, as a folder can be called.</summary>
    private static string NameOf(Uri address)
    {
        var name = NotInNames().Replace($"{address.Host}{address.PathAndQuery}".ToLowerInvariant(), "-").Trim('-');
        return name.Length <= MaxName ? name : name[..MaxName].TrimEnd('-');
    }

    /// <summary>Five fields or six, the first of six for seconds. Without a schedule: every six hours,
    /// at an odd minute which differs between sources.</summary>
    private static CrontabSchedule ScheduleOf(string text, string name)
    {
        var minute = (SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] % 30 * 2) + 1;
        var fields = (text.Length > 0 ? text : $"{minute} */6 * * *").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields.Length == 6 };
        var schedule = CrontabSchedule.TryParse(string.Join(' ', fields), options)
            ?? throw new FormatException(
                $"'{text}' of source '{name}' is no schedule. Write five fields, such as 17 5 * * * for 5:17 UTC each day.");
        var times = schedule.GetNextOccurrences(new DateTime(2026, 1, 1), new DateTime(2034, 1, 1)).Take(CheckedTimes).ToList();
        return times.Count == 0 || times.Zip(times.Skip(1)).Any(two => two.Second - two.First < TimeSpan.FromHours(1))
            ? throw new FormatException(
                $"the schedule '{text}' of source '{name}' fetches more often than hourly, or never. Choose one minute of the hour.")
            : schedule;
    }

    [GeneratedRegex(@"^(?:(?<name>[a-z0-9-]{1,60})=)?(?<address>[a-z]+://\S+)(?<schedule>\s.*)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotInNames();
}
