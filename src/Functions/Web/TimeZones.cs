using NodaTime;

namespace PaperFunctions.Functions.Web;

/// <summary>The IANA time zones that forms offer and accept.</summary>
internal static class TimeZones
{
    public static IReadOnlyList<string> All { get; } = [.. DateTimeZoneProviders.Tzdb.Ids.Order(StringComparer.Ordinal)];

    public static bool IsKnown(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;
}
