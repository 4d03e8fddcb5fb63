using Azure;
using Azure.Storage.Queues;
using PaperFunctions.Azure.Operator;
using PaperFunctions.Flow.Queues;

namespace PaperFunctions.Azure.Queues;

/// <summary>Looks at the front of the flow's queues and of the poison queues; nothing is taken.</summary>
public sealed class QueueAges(QueueServiceClient service, TimeProvider clock) : IQueueAges
{
    /// <summary>The most that one call shows. A queue is only roughly in order.</summary>
    private const int Peeked = 32;

    private static IEnumerable<string> Queues =>
        [.. FlowQueues.All, .. FlowQueues.All.Append(PoisonQueues.Blobs).Select(name => name + PoisonQueues.Poison)];

    public async Task<IReadOnlyList<QueueAge>> ReadAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(Queues.Select(async name => new QueueAge(name, await OldestAsync(name, cancellationToken))));

    private async Task<TimeSpan> OldestAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var messages = (await service.GetQueueClient(name).PeekMessagesAsync(Peeked, cancellationToken)).Value;
            var age = clock.GetUtcNow() - messages.Min(m => m.InsertedOn);
            return age > TimeSpan.Zero ? age.Value : TimeSpan.Zero;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return TimeSpan.Zero; // The host makes a poison queue with its first message.
        }
    }
}
