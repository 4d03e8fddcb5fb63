using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>The name of the property that a reader is on.</summary>
internal static class JsonNames
{
    /// <summary>Null if it is not text: bytes that are not UTF-8, or an escape for half a character.</summary>
    public static string? Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
