using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>Where the records of a JSON file are, judged by its start.</summary>
/// <param name="Depth">How many objects and arrays lie around each record; 0 where the names of
/// envelopes say it, or the outer object is the record.</param>
/// <param name="AreLines">The records are not objects but texts, each a line of Markdown about one paper.</param>
internal readonly record struct JsonShape(int Depth, bool AreLines = false)
{
    /// <summary>Records that lie deeper are not looked for.</summary>
    public const int MaxDepth = 6;

    /// <summary>Reads as far as the JSON is sound.</summary>
    public static JsonShape Of(ReadOnlySpan<byte> head)
    {
        var count = new JsonShapeCount();
        var reader = new Utf8JsonReader(head, false, new JsonReaderState(JsonSplitter.Options));
        try
        {
            while (reader.Read())
            {
                count.Note(ref reader);
            }
        }
        catch (JsonException)
        {
            // What came before the broken place still says what the file is.
        }

        return count.Decide();
    }
}
