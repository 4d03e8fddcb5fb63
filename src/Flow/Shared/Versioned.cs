namespace PaperFunctions.Flow.Shared;

/// <summary>A row as it was read.</summary>
/// <param name="Version">The ETag with which it was read; null for a new row.</param>
public sealed record Versioned<T>(T Value, string? Version);

/// <summary>Rows that are saved only as long as nobody else has changed them.</summary>
public interface IVersionedTable<in TKey, T>
    where T : class
{
    Task<Versioned<T>?> FindAsync(TKey key, CancellationToken cancellationToken);

    /// <summary>Saves the row if it is still as it was read (without a version: if there is none yet).</summary>
    /// <returns>The row with its new version, or null if somebody else has changed it.</returns>
    Task<Versioned<T>?> TrySaveAsync(Versioned<T> row, CancellationToken cancellationToken);
}

public static class VersionedUpdates
{
    private const int MaxAttempts = 10;

    /// <summary>Reads a row, changes it and saves it; starts again each time that somebody else has saved it in between.</summary>
    /// <param name="known">The row as the caller has read it; null to read it first.</param>
    /// <param name="change">Gets null if there is not a row. What it returns is saved; null ends the update.</param>
    /// <returns>The row as saved, or null where <paramref name="change"/> ended the update.</returns>
    /// <exception cref="IOException">Others kept changing the row.</exception>
    public static async Task<Versioned<T>?> UpdateAsync<TKey, T>(
        this IVersionedTable<TKey, T> table, TKey key, Versioned<T>? known, Func<T?, Task<T?>> change, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var row = attempt == 1 && known is not null ? known : await table.FindAsync(key, cancellationToken);
            if (await change(row?.Value) is not { } changed)
            {
                return null;
            }

            if (await table.TrySaveAsync(new Versioned<T>(changed, row?.Version), cancellationToken) is { } saved)
            {
                return saved;
            }
        }

        throw new IOException($"The row of {typeof(T).Name} {key} kept changing under {MaxAttempts} attempts; it is tried again later.");
    }

    /// <inheritdoc cref="UpdateAsync{TKey, T}(IVersionedTable{TKey, T}, TKey, Versioned{T}, Func{T, Task{T}}, CancellationToken)"/>
    public static Task<Versioned<T>?> UpdateAsync<TKey, T>(
        this IVersionedTable<TKey, T> table, TKey key, Versioned<T>? known, Func<T?, T?> change, CancellationToken cancellationToken)
        where T : class =>
        table.UpdateAsync(key, known, value => Task.FromResult(change(value)), cancellationToken);
}
