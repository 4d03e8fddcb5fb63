using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Backups;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Backups;

/// <summary>Backups in the container <c>backups</c>: a folder each, a file a table, and last the list that makes it complete.</summary>
public sealed class TableBackups(TableServiceClient tables, BlobServiceClient blobs, TimeProvider clock) : IBackups
{
    public const string Container = "backups";

    private const string Complete = "complete.json";

    /// <summary>Folder of the notes about who left: a blob each, named by the subscriber's id, which holds the state or nothing.</summary>
    private const string Departures = "departures/";

    /// <summary>Rows that are looked at together while restoring.</summary>
    private const int BatchRows = 1000;

    /// <summary>Everything but the subscribers. Deliveries come last, so that they hold as much as can be of what was sent.</summary>
    private static readonly string[] Others = [TableNames.Addresses, TableNames.Votes, TableNames.MailEvents, TableNames.Deliveries];

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(Container);

    public async Task<Backup> WriteAsync(CancellationToken cancellationToken)
    {
        var name = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HHmmss'Z'");
        var rows = new Dictionary<string, long>();
        foreach (var table in Others.Prepend(TableNames.Subscribers))
        {
            rows[table] = await TableFile.WriteAsync(tables.GetTableClient(table), FileOf(name, table), cancellationToken);
        }

        await _container.GetBlobClient($"{name}/{Complete}")
            .UploadAsync(BinaryData.FromObjectAsJson(rows), overwrite: true, cancellationToken);
        return new Backup(name, rows);
    }

    public async Task<IReadOnlyList<Backup>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<Backup>();
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.Split('/') is [var name, Complete])
            {
                var rows = await _container.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
                found.Add(new Backup(name, rows.Value.Content.ToObjectFromJson<Dictionary<string, long>>() ?? []));
            }
        }

        return [.. found.OrderByDescending(backup => backup.Name, StringComparer.Ordinal)];
    }

    public async Task NoteDepartureAsync(string subscriberId, SubscriberState? state, CancellationToken cancellationToken)
    {
        var note = _container.GetBlobClient(Departures + subscriberId);
        await (state == SubscriberState.Active
            ? note.DeleteIfExistsAsync(cancellationToken: cancellationToken)
            : (Task)note.UploadAsync(BinaryData.FromString(state?.ToString() ?? ""), overwrite: true, cancellationToken));
    }

    public async IAsyncEnumerable<Subscriber> SubscribersAsync(Backup backup, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = await AddressedAsync(cancellationToken);
        var left = await DeparturesAsync(cancellationToken);
        await foreach (var row in RowsAsync(backup, TableNames.Subscribers, cancellationToken))
        {
            if (known.Contains(row.RowKey) && !IsDeleted(row.RowKey))
            {
                var subscriber = SubscriberTable.Read(row);
                yield return left.TryGetValue(row.RowKey, out var state) ? subscriber with { State = state!.Value } : subscriber;
            }
        }

        bool IsDeleted(string id) => left.TryGetValue(id, out var state) && state is null;
    }

    public async Task<long> RestoreRowsAsync(Backup backup, CancellationToken cancellationToken)
    {
        var added = 0L;
        var left = await DeparturesAsync(cancellationToken);
        foreach (var table in Others.Where(backup.Rows.ContainsKey))
        {
            var rows = RowsAsync(backup, table, cancellationToken)
                .Where(row => !IsDeleted(row.GetString("Subscriber") ?? row.PartitionKey));
            await foreach (var batch in rows.Chunk(BatchRows).WithCancellation(cancellationToken))
            {
                added += await AddMissingAsync(tables.GetTableClient(table), batch, cancellationToken);
            }
        }

        return added;

        bool IsDeleted(string id) => left.TryGetValue(id, out var state) && state is null;
    }

    /// <exception cref="InvalidDataException">The file is damaged, or holds another number of rows than were written.</exception>
    private async IAsyncEnumerable<TableEntity> RowsAsync(
        Backup backup, string table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = FileOf(backup.Name, table);
        var read = 0L;
        await foreach (var row in TableFile.ReadAsync(file, cancellationToken))
        {
            read++;
            yield return row;
        }

        if (read != backup.Rows[table])
        {
            throw new InvalidDataException(
                $"{file.Name} holds {read} rows, but {backup.Rows[table]} were written. Restore another backup as well.");
        }
    }

    /// <summary>Who left, with the state they left in; null for a deleted account.</summary>
    private async Task<Dictionary<string, SubscriberState?>> DeparturesAsync(CancellationToken cancellationToken)
    {
        var left = new Dictionary<string, SubscriberState?>(StringComparer.Ordinal);
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Departures, cancellationToken))
        {
            var note = await _container.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            left[blob.Name[Departures.Length..]] = Enum.TryParse<SubscriberState>(note.Value.Content.ToString(), out var state) ? state
                : null;
        }

        return left;
    }

    /// <summary>Subscribers whom an address leads to. An address that signed up again after the loss leads to its new account, and the old
    /// one stays away.</summary>
    private async Task<HashSet<string>> AddressedAsync(CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.GetTableClient(TableNames.Addresses).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            known.Add(row.GetString("Subscriber"));
        }

        return known;
    }

    private static async Task<long> AddMissingAsync(TableClient table, TableEntity[] rows, CancellationToken cancellationToken)
    {
        var added = 0L;
        var options = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken };
        var transactions = Transactions.Split(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        await Parallel.ForEachAsync(transactions, options, async (batch, token) =>
            Interlocked.Add(ref added, await AddMissingAsync(table, batch, token)));
        return added;
    }

    private static async Task<int> AddMissingAsync(
        TableClient table, List<TableTransactionAction> batch, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(batch, cancellationToken);
            return batch.Count;
        }
        catch (RequestFailedException e) when (Transactions.IsConflict(e))
        {
            // One row that is there takes a whole transaction back.
            var added = 0;
            foreach (var action in batch)
            {
                added += await table.TryWriteAsync((TableEntity)action.Entity, null, cancellationToken) is null ? 0 : 1;
            }

            return added;
        }
    }

    private BlobClient FileOf(string backup, string table) => _container.GetBlobClient($"{backup}/{table}.jsonl.gz");
}
