using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>All that is kept of a subscriber, as one file to carry away.</summary>
/// <remarks>The file is a taste file (docs/taste-file.md) with one more member, <c>kept</c>, that holds the rows as they are; so it can be
/// imported again, here or elsewhere.</remarks>
public sealed class ExportAccount(
    ReadTaste taste, IVoteTable votes, IDeliveryTable deliveries, IMailEventTable events,
    IOptions<NightlyOptions> options, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A day more than is kept: the night removes what is older.</summary>
    private DateOnly OldestEvent => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-options.Value.MailEventDays - 1);

    public async Task RunAsync(Subscriber subscriber, Stream to, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await taste.ExportAsync(subscriber, content, cancellationToken);
        content.Position = 0;
        var file = JsonNode.Parse(content)!.AsObject();
        file["kept"] = new JsonObject
        {
            ["account"] = Node(subscriber),
            ["votes"] = Node(await votes.ReadAsync(subscriber.Id, cancellationToken).ToListAsync(cancellationToken)),
            ["editions"] = Node(await deliveries.ListAsync(subscriber.Id, cancellationToken).ToListAsync(cancellationToken)),
            ["returnedMail"] = Node(await events.ReadAsync(OldestEvent, cancellationToken)
                .Where(r => r.SubscriberId == subscriber.Id).ToListAsync(cancellationToken)),
        };
        await using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        file.WriteTo(writer, Options);
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Options);
}
