namespace PaperFunctions.Flow.Sources;

/// <summary>What a fetched digest is called.</summary>
internal static class SourceDigestName
{
    public const string Folder = "sources";

    /// <summary>Endings that say something to people; the format is recognised by the content.</summary>
    private static readonly string[] Endings = ["xml", "json", "jsonl", "html", "md", "txt", "csv", "tsv", "bib", "ris", "yml", "yaml"];

    /// <returns><c>sources/NAME/2026-11-21.xml</c>, or with the time where a source is fetched several times a day.</returns>
    public static string NameOf(Source source, DateTimeOffset at, string? mediaType)
    {
        var day = at.UtcDateTime.ToString(source.IsFetchedMoreThanDaily ? "yyyy-MM-dd-HHmm" : "yyyy-MM-dd");
        return $"{Folder}/{source.Name}/{day}.{EndingOf(source.Address, mediaType)}";
    }

    private static string EndingOf(Uri address, string? mediaType)
    {
        var type = mediaType?.ToLowerInvariant() ?? "";
        return type.EndsWith("json", StringComparison.Ordinal) ? "json"
            : type.EndsWith("xml", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal) ? "xml"
            : type.Contains("html", StringComparison.Ordinal) ? "html"
            : Path.GetExtension(address.AbsolutePath).TrimStart('.').ToLowerInvariant() is { } ending && Endings.Contains(ending) ? ending
            : "txt";
    }
}
