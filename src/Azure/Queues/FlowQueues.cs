using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Storage.Queues;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Telemetry;

namespace PaperFunctions.Azure.Queues;

/// <summary>The storage queues between the steps; messages are JSON in Base64, as the Functions host expects.</summary>
public sealed class FlowQueues(QueueServiceClient service) : IFlowQueues
{
    public static IReadOnlyList<string> All { get; } = [DigestStored.Queue, ReadAgain.Queue, EditionsDue.Queue, SignUp.Queue, SignIn.Queue,
        PeopleBatch.Queue];

    private readonly QueueClient _stored = service.GetQueueClient(DigestStored.Queue);
    private readonly QueueClient _again = service.GetQueueClient(ReadAgain.Queue);
    private readonly QueueClient _signUps = service.GetQueueClient(SignUp.Queue);
    private readonly QueueClient _signIns = service.GetQueueClient(SignIn.Queue);
    private readonly QueueClient _people = service.GetQueueClient(PeopleBatch.Queue);
    private readonly QueueClient _due = service.GetQueueClient(EditionsDue.Queue);

    public Task SendAsync(DigestStored message, CancellationToken cancellationToken) =>
        SendLaterAsync(message, TimeSpan.Zero, cancellationToken);

    public Task SendLaterAsync(DigestStored message, TimeSpan delay, CancellationToken cancellationToken) => FlowActivity.SendAsync(
        DigestStored.Queue, message.TraceParent, trace => _stored.SendMessageAsync(
            JsonSerializer.Serialize(message with { TraceParent = trace }, MessageJson.Default.DigestStored), delay,
            cancellationToken: cancellationToken));

    public Task SendAsync(ReadAgain message, CancellationToken cancellationToken) =>
        _again.SendMessageAsync(JsonSerializer.Serialize(message, MessageJson.Default.ReadAgain), cancellationToken);

    public Task SendAsync(EditionsDue message, CancellationToken cancellationToken) =>
        SendLaterAsync(message, TimeSpan.Zero, cancellationToken);

    public Task SendAsync(SignUp message, CancellationToken cancellationToken) => SendLaterAsync(message, TimeSpan.Zero, cancellationToken);

    public Task SendLaterAsync(SignUp message, TimeSpan delay, CancellationToken cancellationToken) => _signUps.SendMessageAsync(
        JsonSerializer.Serialize(message, MessageJson.Default.SignUp), delay, cancellationToken: cancellationToken);

    public Task SendAsync(SignIn message, CancellationToken cancellationToken) => SendLaterAsync(message, TimeSpan.Zero, cancellationToken);

    public Task SendLaterAsync(SignIn message, TimeSpan delay, CancellationToken cancellationToken) => _signIns.SendMessageAsync(
        JsonSerializer.Serialize(message, MessageJson.Default.SignIn), delay, cancellationToken: cancellationToken);

    public Task SendAsync(PeopleBatch message, CancellationToken cancellationToken) =>
        _people.SendMessageAsync(JsonSerializer.Serialize(message, MessageJson.Default.PeopleBatch), cancellationToken);

    public Task SendLaterAsync(EditionsDue message, TimeSpan delay, CancellationToken cancellationToken) => FlowActivity.SendAsync(
        EditionsDue.Queue, message.TraceParent, trace => _due.SendMessageAsync(
            JsonSerializer.Serialize(message with { TraceParent = trace }, MessageJson.Default.EditionsDue), delay,
            cancellationToken: cancellationToken));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DigestStored))]
[JsonSerializable(typeof(ReadAgain))]
[JsonSerializable(typeof(EditionsDue))]
[JsonSerializable(typeof(SignUp))]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(PeopleBatch))]
internal sealed partial class MessageJson : JsonSerializerContext;
