using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Operator;

/// <summary>What an operator looks at and mends: queues, and what was sent lately.</summary>
public interface IOperatorStorage
{
    /// <summary>Each queue with its number of messages, and those that failed too often.</summary>
    Task<IReadOnlyList<QueueDepth>> QueuesAsync(CancellationToken cancellationToken);

    /// <summary>Hands what failed too often in a queue to its function again, each message once.</summary>
    /// <returns>How many messages, or null where there is no such queue.</returns>
    Task<int?> RetryAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Deliveries that were settled from a day on, newest first.</summary>
    IAsyncEnumerable<SettledDelivery> DeliveriesAsync(DateOnly from, CancellationToken cancellationToken);

    /// <summary>How many deliveries of a UTC day came to each end.</summary>
    Task<DayOutcomes> OutcomesAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Votes that were cast from a UTC day on, in no order. Looks at all votes.</summary>
    IAsyncEnumerable<CountedVote> VotesAsync(DateOnly from, CancellationToken cancellationToken);

    /// <summary>Removes a digest's file and the report beside it; those that are gone already are fine.</summary>
    Task RemoveFilesAsync(Digest digest, CancellationToken cancellationToken);

    /// <summary>Settles a digest's format in the metadata of its blob, so that every later reading keeps to it.</summary>
    /// <returns>False where the blob is gone, or was replaced at the same moment.</returns>
    Task<bool> SettleFormatAsync(string name, string format, CancellationToken cancellationToken);

    /// <summary>Puts a file into the container of digests; one of that name that is there is replaced.</summary>
    Task UploadAsync(string name, Stream content, CancellationToken cancellationToken);
}

/// <param name="Waiting">Messages, about.</param>
/// <param name="Poison">Messages that failed too often, about.</param>
public sealed record QueueDepth(string Name, long Waiting, long Poison);

public sealed record SettledDelivery(string SubscriberId, string EditionKey, DeliveryState State, string? Reason, DateTimeOffset At);
