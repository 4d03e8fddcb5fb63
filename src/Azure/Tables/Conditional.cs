using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.Azure.Tables;

/// <summary>Single rows that are written only as they were read.</summary>
internal static class Conditional
{
    /// <summary>Adds a row (no version) or replaces it (as read with this version).</summary>
    /// <returns>The new version, or null when the row had changed meanwhile.</returns>
    public static async Task<string?> TryWriteAsync(
        this TableClient table, TableEntity entity, string? version, CancellationToken cancellationToken)
    {
        try
        {
            var response = version is null
                ? await table.AddEntityAsync(entity, cancellationToken)
                : await table.UpdateEntityAsync(entity, new ETag(version), TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag?.ToString();
        }
        catch (RequestFailedException e) when (Transactions.IsConflict(e) && e.ErrorCode != "TableNotFound")
        {
            return null;
        }
    }

    public static TableTransactionAction WriteAction(TableEntity entity, string? version) => version is null
        ? new TableTransactionAction(TableTransactionActionType.Add, entity)
        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, new ETag(version));

    public static async Task<TableEntity?> FindAsync(
        this TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Deletes a row; one that is gone already is fine.</summary>
    public static Task RemoveAsync(
        this TableClient table, string partition, string row, ETag version, CancellationToken cancellationToken) =>
        table.TryRemoveAsync(partition, row, version, cancellationToken);

    /// <returns>False where it is gone, or was replaced by a newer row, which stays.</returns>
    public static async Task<bool> TryRemoveAsync(
        this TableClient table, string partition, string row, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            // The client takes a row that is not there for deleted, and says so by the status alone.
            return (await table.DeleteEntityAsync(partition, row, version, cancellationToken)).Status != 404;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes all rows of a query, in transactions.</summary>
    public static async Task<int> RemoveAllAsync(this TableClient table, string filter, CancellationToken cancellationToken)
    {
        var removed = 0;
        string[] keys = ["PartitionKey", "RowKey"];
        await foreach (var page in table.QueryAsync<TableEntity>(filter, 1000, keys, cancellationToken).AsPages())
        {
            var deletions = page.Values.Select(e => new TableTransactionAction(TableTransactionActionType.Delete, e, ETag.All));
            if (!await table.TrySubmitAsync(deletions, cancellationToken))
            {
                // Somebody else is deleting too, and one row that is gone takes a whole transaction back.
                await Parallel.ForEachAsync(page.Values, cancellationToken, async (e, token) =>
                    await table.RemoveAsync(e.PartitionKey, e.RowKey, ETag.All, token));
            }

            removed += page.Values.Count;
        }

        return removed;
    }
}
