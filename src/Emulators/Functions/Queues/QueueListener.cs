using Azure.Storage.Queues.Models;
using PaperFunctions.Emulators.Functions.Binding;
using PaperFunctions.Emulators.Functions.Discovery;
using PaperFunctions.Emulators.Functions.Execution;
using PaperFunctions.Emulators.Functions.Settings;

namespace PaperFunctions.Emulators.Functions.Queues;

/// <summary>Runs a function for each message of its queue.</summary>
internal sealed class QueueListener : IListener, IDisposable
{
    private readonly FunctionEntry _function;
    private readonly string _queue;
    private readonly int _maxDequeueCount;
    private readonly FunctionInvoker _invoker;
    private readonly Polling _polling;
    private readonly MessagePump _pump;

    public QueueListener(
        FunctionEntry function, string queue, QueueClients clients, QueueSettings settings,
            FunctionsHostOptions options, FunctionInvoker invoker, ILogger logger)
    {
        (_function, _queue, _maxDequeueCount, _invoker) = (function, queue, settings.MaxDequeueCount, invoker);
        _polling = new Polling(options.PollingInterval);
        var poison = queue + "-poison";
        var pump = new PumpSettings(
            settings.BatchSize, settings.NewBatchThreshold, settings.MaxDequeueCount, _ => settings.VisibilityTimeout,
            options.MessageLease);
        _pump = new MessagePump(clients.Receiving(queue, poison), clients.Sending(poison), pump, HandleAsync, _polling, logger);
    }

    public Task RunAsync(CancellationToken stopping, CancellationToken execution) => _pump.RunAsync(stopping, execution);

    public void Nudge() => _polling.Nudge();

    public void Dispose() => _polling.Dispose();

    private async Task<bool> HandleAsync(QueueMessage message, CancellationToken execution)
    {
        var cause = new TriggerEvent(message, TriggerEvent.NoData, $"message {message.MessageId} of {_queue}");
        var run = await _invoker.RunAsync(_function, cause, new Attempt((int)message.DequeueCount, _maxDequeueCount), execution);
        return run.Succeeded;
    }
}
