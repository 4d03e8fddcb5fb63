namespace PaperFunctions.Emulators.Functions.Queues;

/// <param name="BatchSize">Messages taken at once, 1 to 32.</param>
/// <param name="NewBatchThreshold">A new batch is taken while no more than so many are running.</param>
/// <param name="MaxDequeueCount">Attempts before a message is poison.</param>
/// <param name="RetryDelay">Pause after the given failed attempt, from 1.</param>
/// <param name="Lease">How long a message stays hidden; renewed at half time.</param>
internal sealed record PumpSettings(
    int BatchSize, int NewBatchThreshold, int MaxDequeueCount, Func<int, TimeSpan> RetryDelay, TimeSpan Lease);
