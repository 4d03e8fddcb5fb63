using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperFunctions.Local.Printing;

/// <summary>One JSON document a line, UTF-8, readable letters.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
