using System.Text.Json.Serialization;

namespace PaperFunctions.Flow.Queues;

/// <summary>What one step hands on to the next.</summary>
public interface IFlowQueues
{
    /// <summary>To the queue <c>digests-stored</c>.</summary>
    Task SendAsync(DigestStored message, CancellationToken cancellationToken);

    /// <summary>To the queue <c>digests-again</c>.</summary>
    Task SendAsync(ReadAgain message, CancellationToken cancellationToken);

    /// <summary>To the queue <c>editions-due</c>.</summary>
    Task SendAsync(EditionsDue message, CancellationToken cancellationToken);

    /// <summary>To the queue <c>sign-ups</c>.</summary>
    Task SendAsync(SignUp message, CancellationToken cancellationToken);

    /// <summary>To the queue <c>sign-ins</c>.</summary>
    Task SendAsync(SignIn message, CancellationToken cancellationToken);

    /// <summary>To the queue <c>people-imports</c>.</summary>
    Task SendAsync(PeopleBatch message, CancellationToken cancellationToken);

    /// <summary>To the queue <c>digests-stored</c>, where nobody sees it before <paramref name="delay"/> has passed; at most 7
    /// days.</summary>
    Task SendLaterAsync(DigestStored message, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>To the queue <c>editions-due</c>, likewise.</summary>
    Task SendLaterAsync(EditionsDue message, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>To the queue <c>sign-ups</c>, likewise.</summary>
    Task SendLaterAsync(SignUp message, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>To the queue <c>sign-ins</c>, likewise.</summary>
    Task SendLaterAsync(SignIn message, TimeSpan delay, CancellationToken cancellationToken);
}

/// <summary>A digest's papers are in the tables and wait for the index.</summary>
/// <param name="Version">Of the message's form; this is 1.</param>
/// <param name="TraceParent">W3C traceparent of whoever sent it; the queue fills it in. Null where nothing was recorded.</param>
/// <param name="Tries">How often it was put off after a failure.</param>
public sealed record DigestStored(int Version, string DigestId, string? TraceParent = null, int Tries = 0)
{
    public const string Queue = "digests-stored";
}

/// <summary>An operator asks for a digest to be read once more, although its content is as it was.</summary>
/// <param name="Version">Of the message's form; this is 1.</param>
/// <param name="Name">The blob's.</param>
public sealed record ReadAgain(int Version, string Name)
{
    public const string Queue = "digests-again";
}

/// <summary>Subscribers whose hour has come.</summary>
/// <param name="Version">Of the message's form; this is 1.</param>
/// <param name="OnDemand">Asked for by somebody: sent now, without moving the subscriber's hour.</param>
/// <param name="TraceParent">As in <see cref="DigestStored"/>.</param>
/// <param name="Tries">As in <see cref="DigestStored"/>.</param>
public sealed record EditionsDue(
    int Version,
    IReadOnlyList<DueSubscriber> Subscribers,
    [property: JsonPropertyName("outOfTurn")] bool OnDemand = false, // as messages of earlier releases name it
    string? TraceParent = null,
    int Tries = 0)
{
    public const string Queue = "editions-due";

    /// <summary>About 160 bytes each in JSON: far under the 48 KB that a Base64 message holds.</summary>
    public const int MaxSubscribers = 100;
}

/// <param name="EditionKey">See <see cref="Papers.Edition.Key"/>.</param>
/// <param name="Cutoff">The edition looks back no further than this; null where that is not known.</param>
public sealed record DueSubscriber(string SubscriberId, DateTimeOffset DueAt, string EditionKey, DateTimeOffset? Cutoff = null);
