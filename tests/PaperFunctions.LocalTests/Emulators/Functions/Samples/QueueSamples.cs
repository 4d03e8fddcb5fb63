using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.LocalTests.Emulators.Functions.Samples;

public sealed class TakeMessages(Recorder recorder)
{
    [Function("TakeMessages")]
    public void Run([QueueTrigger("%Queue%")] QueueMessage message)
    {
        recorder.Saw($"{message.Body}|{message.DequeueCount}");
        recorder.FailIfAsked(message.Body.ToString());
    }
}

public sealed class WaitAtGate(Recorder recorder)
{
    [Function("WaitAtGate")]
    public async Task RunAsync([QueueTrigger("%Queue%")] QueueMessage message, CancellationToken cancellationToken)
    {
        recorder.Saw($"begin {message.Body} {message.DequeueCount}");
        await recorder.Gate.Task.WaitAsync(cancellationToken);
        recorder.Saw($"end {message.Body}");
    }
}

public sealed record Order(string Item, int Count);

public sealed class QueueShapes(Recorder recorder)
{
    [Function("AsPoco")]
    public async Task PocoAsync([QueueTrigger("%Queue%")] Order order)
    {
        await Task.Yield();
        recorder.Saw($"{order.Item} x {order.Count}");
    }
}
