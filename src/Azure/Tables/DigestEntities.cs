using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Import;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>A digest as properties of a row.</summary>
internal static class DigestEntities
{
    public static TableEntity Fill(TableEntity entity, Digest digest)
    {
        entity["Name"] = digest.Name;
        entity["State"] = digest.State.ToString();
        entity["Entries"] = digest.Receipt.Entries;
        entity["Problems"] = digest.Receipt.ProblemCount;
        return entity.WithText("Digest", JsonSerializer.Serialize(digest, RowJson.Readable.Digest));
    }

    public static Digest Read(TableEntity entity) =>
        JsonSerializer.Deserialize(entity.Text("Digest"), RowJson.Readable.Digest)
        ?? throw new JsonException($"The row {entity.PartitionKey}/{entity.RowKey} holds no digest.");
}

/// <summary>An entry as properties of a row; the rank is the key, so a list comes back in order.</summary>
internal static class EntryEntities
{
    public static string RowKey(int rank) => $"{rank:D9}";

    public static TableEntity ToEntity(string listId, DigestEntry entry) => new(Rows.Key(listId), RowKey(entry.Rank))
    {
        ["Line"] = entry.Line,
        ["Paper"] = entry.Paper.Value,
        ["Title"] = entry.Title.Length <= PaperFit.MaxTitle ? entry.Title : entry.Title[..PaperFit.MaxTitle],
    };

    public static DigestEntry Read(TableEntity entity) => new(
        int.Parse(entity.RowKey), entity.GetInt32("Line") ?? 0, new PaperId(entity.GetString("Paper")), entity.GetString("Title"));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(Subscriber))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(PeopleImport))]
internal sealed partial class RowJson : JsonSerializerContext
{
    /// <summary>Letters of all scripts as they are, not escaped.</summary>
    public static RowJson Readable =>
        field ??= new RowJson(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
