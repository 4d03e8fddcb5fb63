using PaperFunctions.Flow.Telemetry;

namespace PaperFunctions.Flow.Queues;

/// <summary>Records how long the oldest message of each queue has been waiting.</summary>
public sealed class MeasureQueues(IQueueAges ages, FlowMetrics metrics)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var age in await ages.ReadAsync(cancellationToken))
        {
            metrics.Age(age.Queue, age.Oldest);
        }
    }
}
