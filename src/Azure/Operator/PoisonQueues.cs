using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using PaperFunctions.Azure.Queues;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Queues;

namespace PaperFunctions.Azure.Operator;

/// <summary>The queues with their poison queues, which the host names so.</summary>
public sealed class PoisonQueues(QueueServiceClient service, IFlowQueues flow)
{
    /// <summary>Where the host puts blobs that failed too often; it has no queue of ours before it.</summary>
    public const string Blobs = "webjobs-blobtrigger";

    /// <summary>What the host adds to the name of a queue for the messages that failed too often.</summary>
    public const string Poison = "-poison";

    private const int MaxBatch = 32;

    public async Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken cancellationToken) => await Task.WhenAll(
        FlowQueues.All.Append(Blobs).Select(async name => new QueueDepth(
            name,
            name == Blobs ? 0 : await CountAsync(name, cancellationToken),
            await CountAsync(name + Poison, cancellationToken))));

    /// <summary>A message is sent again before it is taken away: at worst it runs twice, which it may.</summary>
    public async Task<int?> RetryAsync(string name, CancellationToken cancellationToken)
    {
        if (!FlowQueues.All.Append(Blobs).Contains(name))
        {
            return null;
        }

        var poison = service.GetQueueClient(name + Poison);
        var left = await CountAsync(name + Poison, cancellationToken);
        var moved = 0;
        while (left > 0)
        {
            var messages = (await poison.ReceiveMessagesAsync(
                (int)Math.Min(left, MaxBatch), TimeSpan.FromMinutes(10), cancellationToken)).Value;
            foreach (var message in messages)
            {
                await AgainAsync(name, message.Body, cancellationToken);
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                moved++;
            }

            left = messages.Length == 0 ? 0 : left - messages.Length;
        }

        return moved;
    }

    private async Task AgainAsync(string name, BinaryData body, CancellationToken cancellationToken)
    {
        if (name != Blobs)
        {
            await service.GetQueueClient(name).SendMessageAsync(body, cancellationToken: cancellationToken);
        }
        else if (BlobName(body) is { } blob)
        {
            await flow.SendAsync(new ReadAgain(1, blob), cancellationToken);
        }
    }

    private static string? BlobName(BinaryData body)
    {
        try
        {
            using var message = JsonDocument.Parse(body);
            return message.RootElement.TryGetProperty("BlobName", out var name) ? name.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<long> CountAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await service.GetQueueClient(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return 0; // The host makes a poison queue with its first message.
        }
    }
}
