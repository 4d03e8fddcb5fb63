using Azure.Storage.Queues;
using PaperFunctions.Emulators.Functions.Execution;
using PaperFunctions.Emulators.Functions.Settings;

namespace PaperFunctions.Emulators.Functions.Queues;

/// <summary>Clients of one storage account's queues with the encoding that host.json names.</summary>
internal sealed class QueueClients(string connection, QueueSettings settings, ILogger logger)
{
    private readonly QueueServiceClient _raw = new(connection, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
    private readonly QueueServiceClient _sending = new(connection, new QueueClientOptions { MessageEncoding = EncodingOf(settings) });

    public QueueClient Sending(string queue) => _sending.GetQueueClient(queue);

    /// <summary>A client that puts messages which it cannot decode into the poison queue as they are, without a run.</summary>
    public QueueClient Receiving(string queue, string poisonQueue)
    {
        var options = new QueueClientOptions { MessageEncoding = EncodingOf(settings) };
        options.MessageDecodingFailed += async args =>
        {
            if (args.ReceivedMessage is not { } message)
            {
                return;
            }

            var poison = _raw.GetQueueClient(poisonQueue);
            await poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
            await poison.SendMessageAsync(message.Body, cancellationToken: CancellationToken.None);
            await args.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
            Log.Undecodable(logger, message.MessageId, queue, settings.MessageEncoding, poisonQueue);
        };
        return new QueueClient(connection, queue, options);
    }

    private static QueueMessageEncoding EncodingOf(QueueSettings settings) =>
        settings.MessageEncoding == "base64" ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None;
}
