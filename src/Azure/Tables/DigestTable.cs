using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Digests: partition = month of the first upload, row = inverted time and digest id. Three partitions beside them:
/// <c>id</c> leads from an id to its row, <c>months</c> lists the months there are, <c>pending</c> those that wait for the index.
/// Table Entries: partition = list id, row = rank.</summary>
public sealed class DigestTable(TableServiceClient service) : IDigestTable
{
    private const string IdPartition = "id";
    private const string MonthsPartition = "months";
    private const string PendingPartition = "pending";

    private readonly TableClient _digests = service.GetTableClient(TableNames.Digests);
    private readonly TableClient _entries = service.GetTableClient(TableNames.Entries);

    public async Task<Versioned<Digest>?> FindAsync(string digestId, CancellationToken cancellationToken)
    {
        if (await _digests.FindAsync(IdPartition, Rows.Key(digestId), cancellationToken) is not { } pointer
            || await _digests.FindAsync(pointer.GetString("Month"), pointer.GetString("Row"), cancellationToken) is not { } entity)
        {
            return null;
        }

        return new Versioned<Digest>(DigestEntities.Read(entity), entity.ETag.ToString());
    }

    public async Task<Versioned<Digest>?> TrySaveAsync(Versioned<Digest> row, CancellationToken cancellationToken)
    {
        if (row.Version is null)
        {
            row = row with { Value = await PlacedAsync(row.Value, cancellationToken) };
        }

        var (month, key) = PlaceOf(row.Value);
        var entity = DigestEntities.Fill(new TableEntity(month, key), row.Value);
        return await _digests.TryWriteAsync(entity, row.Version, cancellationToken) is { } version
            ? row with { Version = version }
            : null;
    }

    public async IAsyncEnumerable<Digest> ListAsync(Digest? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (afterMonth, afterRow) = after is null ? ("", "") : PlaceOf(after);
        var months = await _digests.QueryAsync<TableEntity>(InPartition(MonthsPartition), cancellationToken: cancellationToken)
            .Select(m => m.RowKey).ToListAsync(cancellationToken);
        foreach (var month in months.Where(m => after is null || string.CompareOrdinal(m, afterMonth) <= 0)
            .OrderDescending(StringComparer.Ordinal))
        {
            var filter = month == afterMonth ? Beyond(month, afterRow) : InPartition(month);
            await foreach (var entity in _digests.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                yield return DigestEntities.Read(entity);
            }
        }
    }

    /// <remarks>The pointer goes last: what a stop leaves is found, and removed, again.</remarks>
    public async Task RemoveAsync(Digest digest, CancellationToken cancellationToken)
    {
        var (month, row) = PlaceOf(digest);
        await RemovePendingAsync(digest.Id, cancellationToken);
        await _digests.RemoveAsync(month, row, ETag.All, cancellationToken);
        await _digests.RemoveAsync(IdPartition, digest.Id, ETag.All, cancellationToken);
    }

    public Task PutEntriesAsync(string listId, IReadOnlyCollection<DigestEntry> entries, CancellationToken cancellationToken) =>
        _entries.SubmitAsync(
            entries.Select(e => new TableTransactionAction(TableTransactionActionType.UpsertReplace, EntryEntities.ToEntity(listId, e))),
            cancellationToken);

    public IAsyncEnumerable<DigestEntry> EntriesAsync(string listId, int afterRank, CancellationToken cancellationToken) =>
        _entries.QueryAsync<TableEntity>(
            afterRank <= 0 ? InPartition(listId) : Beyond(listId, EntryEntities.RowKey(afterRank)), cancellationToken: cancellationToken)
                .Select(EntryEntities.Read);

    public Task RemoveEntriesAsync(string listId, CancellationToken cancellationToken) =>
        _entries.RemoveAllAsync(InPartition(listId), cancellationToken);

    public Task PutPendingAsync(PendingDigest pending, CancellationToken cancellationToken) =>
        _digests.UpsertEntityAsync(
            new TableEntity(
                PendingPartition, Rows.Key(pending.DigestId)) { ["Since"] = pending.Since, ["TraceParent"] = pending.TraceParent },
            TableUpdateMode.Replace, cancellationToken);

    public Task RemovePendingAsync(string digestId, CancellationToken cancellationToken) =>
        _digests.RemoveAsync(PendingPartition, digestId, ETag.All, cancellationToken);

    public IAsyncEnumerable<PendingDigest> PendingAsync(CancellationToken cancellationToken) =>
        _digests.QueryAsync<TableEntity>(InPartition(PendingPartition), cancellationToken: cancellationToken)
            .Select(e => new PendingDigest(e.RowKey, e.GetDateTimeOffset("Since") ?? default, e.GetString("TraceParent")));

    /// <summary>A new digest as it is to be written: the first one to write the pointer decides on its place, and so on its first
    /// upload.</summary>
    private async Task<Digest> PlacedAsync(Digest digest, CancellationToken cancellationToken)
    {
        var (month, row) = PlaceOf(digest);
        await _digests.UpsertEntityAsync(new TableEntity(MonthsPartition, month), TableUpdateMode.Replace, cancellationToken);
        var pointer = new TableEntity(IdPartition, Rows.Key(digest.Id)) { ["Month"] = month, ["Row"] = row };
        if (await _digests.TryWriteAsync(pointer, null, cancellationToken) is null)
        {
            pointer = await _digests.FindAsync(IdPartition, digest.Id, cancellationToken) ?? pointer;
        }

        return digest with { FirstUploadedAt = FirstUploadOf(pointer.GetString("Row")) };
    }

    private static (string Month, string Row) PlaceOf(Digest digest)
    {
        var at = digest.FirstUploadedAt.UtcDateTime;
        return (at.ToString("yyyy-MM"), $"{DateTime.MaxValue.Ticks - at.Ticks:D19}-{digest.Id}");
    }

    private static DateTimeOffset FirstUploadOf(string row) => new(DateTime.MaxValue.Ticks - long.Parse(row.AsSpan(0, 19)), TimeSpan.Zero);

    private static string InPartition(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    private static string Beyond(string partition, string row) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {row}");
}
