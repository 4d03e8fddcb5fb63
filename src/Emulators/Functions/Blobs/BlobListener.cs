using System.Diagnostics;
using System.Text.Json;
using Azure;
using Azure.Storage.Queues.Models;
using PaperFunctions.Emulators.Functions.Execution;
using PaperFunctions.Emulators.Functions.Queues;
using PaperFunctions.Emulators.Functions.Settings;

namespace PaperFunctions.Emulators.Functions.Blobs;

/// <summary>Serves all blob functions: a look through each container, and one queue of turns that they share.</summary>
internal sealed class BlobListener : IListener, IDisposable
{
    // Looking may take up to this part of the time, however full a container is.
    private const int RestFactor = 4;

    private readonly Dictionary<string, BlobScanner> _functions;
    private readonly FunctionsHostOptions _options;
    private readonly FunctionInvoker _invoker;
    private readonly BlobSettings _settings;
    private readonly ILogger _logger;
    private readonly Polling _turnPolling;
    private readonly List<Polling> _scanPolling;
    private readonly MessagePump _pump;

    public BlobListener(
        IEnumerable<BlobScanner> functions, QueueClients queues, BlobSettings settings,
            FunctionsHostOptions options, FunctionInvoker invoker, ILogger logger)
    {
        _functions = functions.ToDictionary(scanner => scanner.Function.Id);
        (_options, _invoker, _settings, _logger) = (options, invoker, settings, logger);
        _turnPolling = new Polling(options.PollingInterval);
        _scanPolling = [.. _functions.Select(_ => new Polling(options.PollingInterval))];
        // One at a time up to the limit, so that exactly so many run.
        var pump = new PumpSettings(1, settings.MaxDegreeOfParallelism - 1, settings.PoisonBlobThreshold, RetryDelay, options.MessageLease);
        _pump = new MessagePump(
            queues.Receiving(BlobTriggerMessage.QueueOf(options.HostId), BlobTriggerMessage.PoisonQueue),
            queues.Sending(BlobTriggerMessage.PoisonQueue), pump, HandleAsync, _turnPolling, logger);
    }

    public Task RunAsync(CancellationToken stopping, CancellationToken execution)
    {
        var scans = _functions.Values.Zip(_scanPolling, (scanner, polling) => ScanAsync(scanner, polling, stopping)).ToList();
        return Task.WhenAll([_pump.RunAsync(stopping, execution), .. scans]);
    }

    public void Nudge() => _scanPolling.ForEach(polling => polling.Nudge());

    public void Dispose()
    {
        _turnPolling.Dispose();
        _scanPolling.ForEach(polling => polling.Dispose());
    }

    private async Task ScanAsync(BlobScanner scanner, Polling polling, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            try
            {
                if (await scanner.ScanAsync(stopping) > 0)
                {
                    polling.Found();
                    _turnPolling.Nudge();
                }

                await Task.Delay(clock.Elapsed * RestFactor, stopping);
                await polling.PauseAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.SourceFailed(_logger, $"container {scanner.Container}", e);
                await Task.Delay(_options.PollingInterval, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private TimeSpan RetryDelay(int failed) => _options.BlobRetryDelay * Math.Pow(2, failed - 1);

    private async Task<bool> HandleAsync(QueueMessage message, CancellationToken execution)
    {
        try
        {
            var turn = message.Body.ToObjectFromJson<BlobTriggerMessage>()!;
            if (!_functions.TryGetValue(turn.FunctionId, out var scanner))
            {
                Log.UnknownFunction(_logger, message.MessageId, turn.FunctionId);
                return true;
            }

            if (await scanner.ReadAsync(turn.BlobName, execution) is not { } cause)
            {
                return true; // the blob is gone
            }

            var attempt = new Attempt((int)message.DequeueCount, _settings.PoisonBlobThreshold);
            return (await _invoker.RunAsync(scanner.Function, cause, attempt, execution)).Succeeded;
        }
        catch (Exception e) when (e is JsonException or RequestFailedException or OperationCanceledException)
        {
            Log.SourceFailed(_logger, $"blob message {message.MessageId}", e);
            return false;
        }
    }
}
