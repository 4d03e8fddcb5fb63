namespace PaperFunctions.Flow.Queues;

/// <summary>Messages that failed too often, which the host has put aside.</summary>
public interface IPoisonQueues
{
    /// <summary>Hands each of them to its function again, those apart that were handed back so before: what fails again is for the
    /// operator.</summary>
    /// <returns>How many were handed back.</returns>
    Task<int> RetryOnceAsync(CancellationToken cancellationToken);
}
