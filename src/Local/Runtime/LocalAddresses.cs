using System.Text.Json.Serialization;

namespace PaperFunctions.Local.Runtime;

/// <summary>Where a running product is reached; all on 127.0.0.1.</summary>
/// <param name="Web">Pages and HTTP functions.</param>
/// <param name="Mail">The mail capture: page, JSON and SendGrid's API.</param>
/// <param name="Search">The search service, plain http.</param>
/// <param name="Storage">Connection string of the storage emulator.</param>
public sealed record LocalAddresses(
    [property: JsonPropertyName("web")] string Web,
    [property: JsonPropertyName("mail")] string Mail,
    [property: JsonPropertyName("search")] string Search,
    [property: JsonPropertyName("storage")] string Storage)
{
    /// <summary>What the product fetches by itself, as its setting has it; empty for nothing.</summary>
    [JsonPropertyName("sources")]
    public string Sources { get; init; } = "";
}
