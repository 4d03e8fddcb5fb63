using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PaperFunctions.Emulators.Functions.Execution;

namespace PaperFunctions.Emulators.Functions.Queues;

/// <summary>Takes messages from a queue and hands them on: at least once, deleted on success, shown again after a failure,
/// moved to the poison queue after the last.</summary>
/// <param name="handle">Returns whether the message is done; must not throw.</param>
internal sealed class MessagePump(
    QueueClient queue,
    QueueClient poison,
    PumpSettings settings,
    Func<QueueMessage, CancellationToken, Task<bool>> handle,
    Polling polling,
    ILogger logger)
{
    /// <summary>Works until the first token asks to stop, then waits for what is running; the second is what running functions
    /// see.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken execution)
    {
        var running = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            var batch = await ReceiveAsync(stopping);
            running.AddRange(batch.Select(message => ProcessAsync(message, execution)));
            if (batch.Length == 0)
            {
                await polling.PauseAsync(stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            else
            {
                polling.Found();
            }

            running.RemoveAll(task => task.IsCompleted);
            while (running.Count > settings.NewBatchThreshold)
            {
                running.Remove(await Task.WhenAny(running));
            }
        }

        await Task.WhenAll(running);
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stopping)
    {
        try
        {
            return (await queue.ReceiveMessagesAsync(settings.BatchSize, settings.Lease, stopping)).Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return []; // nobody has sent to it yet
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception e)
        {
            Log.SourceFailed(logger, $"queue {queue.Name}", e);
            return [];
        }
    }

    private async Task ProcessAsync(QueueMessage message, CancellationToken execution)
    {
        try
        {
            // More tries than allowed: an earlier host died before it could put the message aside.
            if (message.DequeueCount > settings.MaxDequeueCount)
            {
                await PutAsideAsync(message, message.PopReceipt);
                return;
            }

            using var lease = new MessageLease(queue, message, settings.Lease, logger);
            var done = await handle(message, execution);
            await SettleAsync(message, await lease.EndAsync(), done, execution);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 400)
        {
            Log.MessageGone(logger, message.MessageId, queue.Name);
        }
        catch (Exception e)
        {
            Log.SourceFailed(logger, $"message {message.MessageId} of queue {queue.Name}", e); // comes back when its lease ends
        }
    }

    private async Task SettleAsync(QueueMessage message, string receipt, bool done, CancellationToken execution)
    {
        if (done)
        {
            await queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None);
        }
        else if (message.DequeueCount >= settings.MaxDequeueCount)
        {
            await PutAsideAsync(message, receipt);
        }
        else
        {
            // What a stop cut short is to be tried at once by the next host.
            var delay = execution.IsCancellationRequested ? TimeSpan.Zero : settings.RetryDelay((int)message.DequeueCount);
            await queue.UpdateMessageAsync(message.MessageId, receipt, (string?)null, delay, CancellationToken.None);
        }
    }

    private async Task PutAsideAsync(QueueMessage message, string receipt)
    {
        await poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await poison.SendMessageAsync(message.Body, cancellationToken: CancellationToken.None);
        await queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None);
        Log.Poisoned(logger, message.MessageId, queue.Name, message.DequeueCount, poison.Name);
    }
}
