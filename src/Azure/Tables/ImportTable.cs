using System.Text.Json;
using Azure.Data.Tables;
using PaperFunctions.Flow.Subscribers.Import;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Imports: partition <c>import</c>, row = id, which sorts newest first; beside it, under the id, a row a part.</summary>
public sealed class ImportTable(TableServiceClient service) : IImportTable
{
    private const string Partition = "import";

    private readonly TableClient _table = service.GetTableClient(TableNames.Imports);

    public Task PutAsync(PeopleImport import, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Partition, Rows.Key(import.Id)).WithText("Import", JsonSerializer.Serialize(import, RowJson.Readable.PeopleImport)),
        TableUpdateMode.Replace, cancellationToken);

    public async Task<PeopleImport?> FindAsync(string id, CancellationToken cancellationToken) =>
        await _table.FindAsync(Partition, Rows.Key(id), cancellationToken) is { } entity ? Read(entity) : null;

    public IAsyncEnumerable<PeopleImport> ListAsync(CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(In(Partition), cancellationToken: cancellationToken).Select(Read);

    public Task PutPartAsync(string import, int part, ImportCounts counts, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Rows.Key(import), $"{part:D6}") { ["Added"] = counts.Added, ["Known"] = counts.Known },
        TableUpdateMode.Replace, cancellationToken);

    public async Task<ImportCounts> DoneAsync(string import, CancellationToken cancellationToken)
    {
        var (added, known) = (0, 0);
        await foreach (var part in _table.QueryAsync<TableEntity>(In(import), cancellationToken: cancellationToken))
        {
            added += part.GetInt32("Added") ?? 0;
            known += part.GetInt32("Known") ?? 0;
        }

        return new ImportCounts(added, known);
    }

    /// <remarks>The parts go first: what a stop leaves is found again.</remarks>
    public async Task<int> ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var expired = 0;
        await foreach (var import in ListAsync(cancellationToken).Where(i => i.At < before))
        {
            await _table.RemoveAllAsync(In(import.Id), cancellationToken);
            await _table.RemoveAsync(Partition, import.Id, global::Azure.ETag.All, cancellationToken);
            expired++;
        }

        return expired;
    }

    private static string In(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    private static PeopleImport Read(TableEntity entity) =>
        JsonSerializer.Deserialize(entity.Text("Import"), RowJson.Readable.PeopleImport)
        ?? throw new JsonException($"The row {entity.PartitionKey}/{entity.RowKey} holds no import.");
}
