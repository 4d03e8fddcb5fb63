using Azure;
using Azure.Storage.Blobs;
using PaperFunctions.Emulators.Functions.Blobs;
using PaperFunctions.Emulators.Functions.Execution;
using PaperFunctions.Emulators.Functions.Queues;
using PaperFunctions.Emulators.Functions.Settings;
using PaperFunctions.Emulators.Functions.Timers;

namespace PaperFunctions.Emulators.Functions;

/// <summary>Everything that waits for events other than requests.</summary>
internal sealed class Listeners : IDisposable
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly BlobContainerClient _hosts;
    private readonly ILogger _logger;
    private readonly BlobListener? _blobs;
    private readonly List<QueueListener> _queues;
    private readonly Func<CancellationToken, Task> _makeTurns;

    public Listeners(HostPlan plan, FunctionsHostOptions options, FunctionInvoker invoker, ILogger logger)
    {
        _logger = logger;
        // Used first: where nothing answers, this must be reported soon.
        var soon = new BlobClientOptions
        {
            Retry = { MaxRetries = 3, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(1) },
        };
        _hosts = new BlobServiceClient(plan.Storage, soon).GetBlobContainerClient("azure-webjobs-hosts");
        var own = new QueueClients(plan.Storage, plan.HostJson.Queues, logger);
        var turns = own.Sending(BlobTriggerMessage.QueueOf(options.HostId));
        _makeTurns = cancellationToken => turns.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var storage = new BlobServiceClient(plan.Storage);
        var scanners = plan.Blobs.Select(blob => new BlobScanner(
            blob.Function, blob.Pattern, storage.GetBlobContainerClient(blob.Pattern.Container),
            new BlobReceipts(_hosts, options.HostId, blob.Function.Id), turns)).ToList();
        _blobs = scanners.Count > 0 ? new BlobListener(scanners, own, plan.HostJson.Blobs, options, invoker, logger) : null;
        _queues = [.. plan.Queues.Select(queue => new QueueListener(
            queue.Function, queue.Queue, own, plan.HostJson.Queues, options, invoker, logger))];
        var states = new TimerStatusStore(_hosts, options.HostId, logger);
        Timers = [.. plan.Timers.Select(
            timer => new TimerListener(timer.Function, timer.Schedule, states, options.RunTimers, invoker, logger))];
    }

    public IReadOnlyList<TimerListener> Timers { get; }

    private IEnumerable<IListener> All => [.. _blobs is null ? [] : new IListener[] { _blobs }, .. _queues, .. Timers];

    /// <summary>Makes the container and the queue that the host itself keeps, and reads what it kept there.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _hosts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await _makeTurns(cancellationToken);
            await Task.WhenAll(Timers.Select(timer => timer.PrepareAsync(cancellationToken)));
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            throw new FunctionsHostException(
                [$"The storage account at {_hosts.Uri.GetLeftPart(UriPartial.Authority)} does not answer: {e.GetBaseException().Message}"],
                    e);
        }
    }

    public Task RunAsync(CancellationToken stopping, CancellationToken execution) =>
        Task.WhenAll(All.Select(listener => Task.Run(() => RunAsync(listener, stopping, execution), CancellationToken.None)));

    public void Nudge()
    {
        foreach (var listener in All)
        {
            listener.Nudge();
        }
    }

    private async Task RunAsync(IListener listener, CancellationToken stopping, CancellationToken execution)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await listener.RunAsync(stopping, execution);
                return;
            }
            catch (Exception e)
            {
                Log.ListenerFailed(_logger, listener.GetType().Name, e);
                await Task.Delay(AfterFailure, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    public void NudgeQueues() => _queues.ForEach(queue => queue.Nudge());

    public void Dispose()
    {
        foreach (var disposable in All.OfType<IDisposable>())
        {
            disposable.Dispose();
        }
    }
}
