using System.Collections.Frozen;

namespace PaperFunctions.Formats.Shared.Columns;

/// <summary>Names of columns that lists of papers do not have: those of goods, songs, people, issues and appointments.</summary>
internal static class OtherColumns
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "price", "currency", "sku", "stock", "quantity", "qty", "ean", "upc", "brand", "weight", "colour", "color", "shipping",
            "artist", "album", "genre", "duration", "isrc", "season", "episode",
            "email", "phone", "mobile", "salary", "company", "firstname", "lastname", "birthday", "department",
            "state", "status", "assignee", "priority", "severity", "reporter", "milestone", "issuetype", "resolution",
            "location", "starttime", "endtime", "attendees",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Has(IEnumerable<string> names) =>
        names.Any(name => name.Length < 40 && Names.Contains(string.Concat(name.Where(char.IsAsciiLetterOrDigit))));
}
