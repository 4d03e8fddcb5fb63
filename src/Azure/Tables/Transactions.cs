using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.Azure.Tables;

/// <summary>Writes many rows in entity-group transactions: grouped by partition, within the limits, in parallel.</summary>
internal static class Transactions
{
    /// <summary>Entities a transaction, from the service's limits; Azurite does not enforce them.</summary>
    public const int MaxEntities = 100;

    /// <summary>Bytes a transaction: the service takes 4 MiB, headers of the parts included.</summary>
    public const int MaxBytes = 3_500_000;

    private const int Parallelism = 16;

    /// <returns>False when some rows had changed meanwhile; the transactions without such a row are written all the same.</returns>
    public static async Task<bool> TrySubmitAsync(
        this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var clean = true;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Split(actions), options, async (batch, token) =>
        {
            try
            {
                await table.SubmitTransactionAsync(batch, token);
            }
            catch (RequestFailedException e) when (IsConflict(e))
            {
                clean = false;
            }
        });
        return clean;
    }

    /// <summary>For rows that are written whatever is there.</summary>
    public static async Task SubmitAsync(
        this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        if (!await table.TrySubmitAsync(actions, cancellationToken))
        {
            throw new IOException($"Rows of the table {table.Name} were changed by somebody else at the same time; try again.");
        }
    }

    /// <summary>The row exists already, was changed, or is gone.</summary>
    public static bool IsConflict(RequestFailedException e) => e.Status is 409 or 412 or 404;

    /// <summary>Batches of one partition each, within <see cref="MaxEntities"/> and <see cref="MaxBytes"/>.</summary>
    public static IEnumerable<List<TableTransactionAction>> Split(IEnumerable<TableTransactionAction> actions)
    {
        foreach (var partition in actions.GroupBy(a => a.Entity.PartitionKey))
        {
            var batch = new List<TableTransactionAction>();
            var bytes = 0;
            foreach (var action in partition)
            {
                var size = Rows.SizeOf((TableEntity)action.Entity);
                if (batch.Count == MaxEntities || (batch.Count > 0 && bytes + size > MaxBytes))
                {
                    yield return batch;
                    (batch, bytes) = ([], 0);
                }

                batch.Add(action);
                bytes += size;
            }

            yield return batch;
        }
    }
}
