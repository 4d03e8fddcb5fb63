namespace PaperFunctions.Flow.Subscribers.Plans;

/// <summary>Who is due when: one row a subscriber, under the UTC hour of the next edition. Written for many at once: a whole hour's
/// subscribers stand in one partition.</summary>
public interface IDueTable
{
    /// <summary>Adds or replaces the rows of these subscribers at these instants.</summary>
    Task PutAsync(IReadOnlyCollection<Due> dues, CancellationToken cancellationToken);

    /// <summary>Notes when rows were put on the queue; those that are gone by now, or stand for another
    /// instant, stay as they are.</summary>
    Task MarkQueuedAsync(IReadOnlyCollection<Due> dues, DateTimeOffset queuedAt, CancellationToken cancellationToken);

    /// <summary>Removes rows; a newer one of the same hour stays.</summary>
    Task RemoveAsync(IReadOnlyCollection<Due> dues, CancellationToken cancellationToken);

    /// <summary>Rows due at <paramref name="now"/> or before, oldest hour first, missed hours included.</summary>
    IAsyncEnumerable<Due> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

public static class SingleDues
{
    /// <inheritdoc cref="IDueTable.PutAsync"/>
    public static Task PutAsync(this IDueTable table, Due due, CancellationToken cancellationToken) =>
        table.PutAsync([due], cancellationToken);

    /// <inheritdoc cref="IDueTable.MarkQueuedAsync"/>
    public static Task MarkQueuedAsync(this IDueTable table, Due due, DateTimeOffset queuedAt, CancellationToken cancellationToken) =>
        table.MarkQueuedAsync([due], queuedAt, cancellationToken);

    /// <inheritdoc cref="IDueTable.RemoveAsync"/>
    public static Task RemoveAsync(this IDueTable table, Due due, CancellationToken cancellationToken) =>
        table.RemoveAsync([due], cancellationToken);
}

/// <param name="At">When the edition is due, UTC, to the minute.</param>
/// <param name="EditionKey">Local date of the edition, <c>yyyy-MM-dd</c>.</param>
/// <param name="QueuedAt">When it was last put on the queue; null for not yet.</param>
/// <param name="Cutoff">The subscriber's <see cref="Papers.Subscriber.LastCutoff"/> when this was
/// planned: the edition looks back no further.
/// Null in rows of earlier releases.</param>
public sealed record Due(
    string SubscriberId, DateTimeOffset At, string EditionKey, DateTimeOffset? QueuedAt = null, DateTimeOffset? Cutoff = null);
