using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PaperFunctions.Emulators.Functions.Execution;

namespace PaperFunctions.Emulators.Functions.Queues;

/// <summary>Keeps a message hidden while its function runs; each renewal changes the receipt that deleting it needs.</summary>
internal sealed class MessageLease : IDisposable
{
    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly TimeSpan _period;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _done = new();
    private readonly Task _renewing;
    private string _receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan period, ILogger logger)
    {
        (_queue, _message, _period, _logger, _receipt) = (queue, message, period, logger, message.PopReceipt);
        _renewing = RenewAsync();
    }

    /// <summary>Ends the renewals and gives the receipt that is valid now.</summary>
    public async Task<string> EndAsync()
    {
        await _done.CancelAsync();
        await _renewing;
        return _receipt;
    }

    public void Dispose() => _done.Dispose();

    private async Task RenewAsync()
    {
        var pause = _period / 2;
        while (true)
        {
            await Task.Delay(pause, _done.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (_done.IsCancellationRequested)
            {
                return;
            }

            try
            {
                // Not cancelled midway: a renewal that arrived but was not heard of would leave us with a dead receipt.
                var renewed = await _queue.UpdateMessageAsync(_message.MessageId, _receipt, (string?)null, _period, CancellationToken.None);
                _receipt = renewed.Value.PopReceipt;
                pause = _period / 2;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 400)
            {
                Log.MessageGone(_logger, _message.MessageId, _queue.Name);
                return;
            }
            catch (Exception e) when (e is RequestFailedException or AggregateException)
            {
                Log.RenewalFailed(_logger, _message.MessageId, e);
                pause = _period / 10;
            }
        }
    }
}
