using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>An abstract that OpenAlex gives as a list of places for each word.</summary>
internal static class InvertedAbstract
{
    /// <summary>Longer than any abstract; places beyond are an error of the data.</summary>
    private const int MaxWords = 20_000;

    /// <summary>The words in their order, places that no word has left out; null where there are none.</summary>
    public static string? Rebuild(JsonElement index)
    {
        if (index.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var placed = new List<(int Place, string Word)>();
        foreach (var entry in index.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.Array)
            {
                Place(entry, placed);
            }
        }

        placed.Sort((a, b) => a.Place.CompareTo(b.Place));
        return placed.Count == 0 ? null : string.Join(' ', placed.Select(word => word.Word));
    }

    private static void Place(JsonProperty entry, List<(int Place, string Word)> placed)
    {
        foreach (var place in entry.Value.EnumerateArray())
        {
            if (place.ValueKind == JsonValueKind.Number && place.TryGetInt32(out var at) && at is >= 0 and < MaxWords
                && placed.Count < MaxWords)
            {
                placed.Add((at, entry.Name));
            }
        }
    }
}
