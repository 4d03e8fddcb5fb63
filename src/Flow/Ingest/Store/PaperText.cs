using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Papers as JSON: compared here, and kept so in the tables.</summary>
public static class PaperText
{
    // Letters of all scripts stay as they are: escaped, one would take six units of a row instead of one.
    private static readonly PaperJson Json = new(
        new JsonSerializerOptions(PaperJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(Paper paper) => JsonSerializer.Serialize(paper, Json.Paper);

    /// <exception cref="JsonException">The text is not a paper.</exception>
    public static Paper Parse(string json) =>
        JsonSerializer.Deserialize(json, Json.Paper) ?? throw new JsonException("A paper was expected, not null.");

    public static bool Same(StoredPaper a, StoredPaper b) =>
        a.ArrivedAt == b.ArrivedAt && a.Digests.SequenceEqual(b.Digests) && a.FormerIds.SequenceEqual(b.FormerIds)
            && Of(a.Paper) == Of(b.Paper);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Paper))]
internal sealed partial class PaperJson : JsonSerializerContext;
