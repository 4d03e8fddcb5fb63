using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Sources;

namespace PaperFunctions.Azure.Sources;

/// <summary>Table Sources: one partition, row = name.</summary>
public sealed class SourceTable(TableServiceClient service) : ISourceTable
{
    private const string Partition = "source";

    private readonly TableClient _table = service.GetTableClient(TableNames.Sources);

    public async Task<Versioned<SourceState>?> FindAsync(string name, CancellationToken cancellationToken) =>
        await _table.FindAsync(Partition, Rows.Key(name), cancellationToken) is { } entity
        && JsonSerializer.Deserialize(entity.Text("State"), SourceJson.Default.SourceState) is { } state
            ? new Versioned<SourceState>(state, entity.ETag.ToString())
            : null;

    public async Task<Versioned<SourceState>?> TrySaveAsync(Versioned<SourceState> row, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(Partition, Rows.Key(row.Value.Name))
            .WithText("State", JsonSerializer.Serialize(row.Value, SourceJson.Default.SourceState));
        return await _table.TryWriteAsync(entity, row.Version, cancellationToken) is { } version ? row with { Version = version } : null;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SourceState))]
internal sealed partial class SourceJson : JsonSerializerContext;
