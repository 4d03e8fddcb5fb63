using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Queues;
using PaperFunctions.Azure.Queues;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Queues;

namespace PaperFunctions.Azure.Operator;

/// <summary>The queues with their poison queues, which the host names so.</summary>
public sealed class PoisonQueues(QueueServiceClient service) : IPoisonQueues
{
    /// <summary>Where the host puts blobs that failed too often; it has no queue of ours before it.</summary>
    public const string Blobs = "webjobs-blobtrigger";

    /// <summary>What the host adds to the name of a queue for the messages that failed too often.</summary>
    public const string Poison = "-poison";

    private const int MaxBatch = 32;

    private const string Mark = "triedAgain";

    /// <summary>Those that stay are shown again this much later.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken cancellationToken) => await Task.WhenAll(
        FlowQueues.All.Append(Blobs).Select(async name => new QueueDepth(
            name,
            name == Blobs ? 0 : await CountAsync(name, cancellationToken),
            await CountAsync(name + Poison, cancellationToken))));

    /// <inheritdoc/>
    public async Task<int> RetryOnceAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var name in FlowQueues.All.Append(Blobs))
        {
            moved += await MoveAsync(name, onlyOnce: true, cancellationToken);
        }

        return moved;
    }

    public async Task<int?> RetryAsync(string name, CancellationToken cancellationToken) =>
        FlowQueues.All.Append(Blobs).Contains(name) ? await MoveAsync(name, onlyOnce: false, cancellationToken) : null;

    /// <summary>A message is sent again before it is taken away: at worst it runs twice, which it may.</summary>
    private async Task<int> MoveAsync(string name, bool onlyOnce, CancellationToken cancellationToken)
    {
        var poison = service.GetQueueClient(name + Poison);
        var left = await CountAsync(name + Poison, cancellationToken);
        var moved = 0;
        while (left > 0)
        {
            var messages = (await poison.ReceiveMessagesAsync(
                (int)Math.Min(left, MaxBatch), onlyOnce ? Hidden : TimeSpan.FromMinutes(10), cancellationToken)).Value;
            foreach (var message in messages)
            {
                if (await AgainAsync(name, message.Body, onlyOnce, cancellationToken))
                {
                    await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                    moved++;
                }
            }

            left = messages.Length == 0 ? 0 : left - messages.Length;
        }

        return moved;
    }

    /// <returns>False for a message that stays: it was tried again before, and shall be so only once.</returns>
    private async Task<bool> AgainAsync(string name, BinaryData body, bool onlyOnce, CancellationToken cancellationToken)
    {
        var message = name == Blobs ? BlobName(body) is { } blob ? MessageOf(new ReadAgain(1, blob)) : null : body;
        if (onlyOnce)
        {
            message = message is null ? null : Marked(message);
            if (message is null)
            {
                return false;
            }
        }

        if (message is not null)
        {
            await service.GetQueueClient(name == Blobs ? ReadAgain.Queue : name)
                .SendMessageAsync(message, cancellationToken: cancellationToken);
        }

        return true;
    }

    /// <summary>The message with a note that it was tried again, which its function passes over; null
    /// where it has one, or is not ours.</summary>
    private static BinaryData? Marked(BinaryData body)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject message || message.ContainsKey(Mark))
            {
                return null;
            }

            message[Mark] = true;
            return new BinaryData(message.ToJsonString());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BinaryData MessageOf(ReadAgain message) => new(JsonSerializer.Serialize(message, MessageJson.Default.ReadAgain));

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
