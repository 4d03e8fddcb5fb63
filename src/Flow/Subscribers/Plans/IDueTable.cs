namespace PaperFunctions.Flow.Subscribers.Plans;

/// <summary>Who is due when: one row a subscriber, under the UTC hour of the next edition.</summary>
public interface IDueTable
{
    /// <summary>Adds or replaces the row of this subscriber at this instant.</summary>
    Task PutAsync(Due due, CancellationToken cancellationToken);

    /// <summary>Notes when a row was put on the queue; a row that is gone by now stays gone.</summary>
    Task MarkQueuedAsync(Due due, DateTimeOffset queuedAt, CancellationToken cancellationToken);

    Task RemoveAsync(Due due, CancellationToken cancellationToken);

    /// <summary>Rows due at <paramref name="now"/> or before, oldest hour first, missed hours included.</summary>
    IAsyncEnumerable<Due> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="At">When the edition is due, UTC, to the minute.</param>
/// <param name="EditionKey">Local date of the edition, <c>yyyy-MM-dd</c>.</param>
/// <param name="QueuedAt">When it was last put on the queue; null for not yet.</param>
public sealed record Due(string SubscriberId, DateTimeOffset At, string EditionKey, DateTimeOffset? QueuedAt = null);
