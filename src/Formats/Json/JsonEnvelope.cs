using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>The names under which services and tools put their list of records.</summary>
internal static class JsonEnvelope
{
    private static readonly string[] Words =
    [
        "data", "results", "items", "papers", "records", "entries", "articles", "documents", "docs", "publications", "works",
        "recommendedPapers", "dailyPapers", "hits", "hit", "rows", "list", "notes", "collection", "preprints", "library", "bibliography",
    ];

    private static readonly byte[][] Names = [.. Words.Select(System.Text.Encoding.UTF8.GetBytes)];

    public static bool IsResults(string name) => Words.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether the property that the reader is on is one of them.</summary>
    public static bool IsResults(ref Utf8JsonReader reader)
    {
        foreach (var name in reader.ValueIsEscaped ? [] : Names)
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}
