namespace PaperFunctions.Flow.Queues;

/// <summary>How long work has been waiting.</summary>
public interface IQueueAges
{
    /// <summary>The age of the oldest message that can be seen, for each queue and each poison queue; zero where there is none.</summary>
    Task<IReadOnlyList<QueueAge>> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="Oldest">Zero for an empty queue, or one that was never made.</param>
public sealed record QueueAge(string Queue, TimeSpan Oldest);
