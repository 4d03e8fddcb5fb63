using System.Text.Json.Serialization;

namespace PaperFunctions.Papers;

/// <summary>The ledger row of one edition.</summary>
public sealed record Delivery
{
    public required string SubscriberId { get; init; }

    /// <summary>Local date of the edition, <c>yyyy-MM-dd</c>.</summary>
    public required string EditionKey { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>While claimed: nobody else works on it before this instant.</summary>
    public DateTimeOffset LeaseUntil { get; init; }

    /// <summary>Claims so far, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Papers that arrived before this instant were considered.</summary>
    public DateTimeOffset Cutoff { get; init; }

    /// <summary>What the subscriber had asked for when it was chosen; null for what was claimed and never chosen.</summary>
    [JsonPropertyName("wishes")] // as rows of earlier releases name it
    public PreferencesSnapshot? PreferencesSnapshot { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>The picks with their reasons, as they were sent.</summary>
    public IReadOnlyList<DeliveredPick> Picks { get; init; } = [];

    /// <summary>The mail provider's id of the message, once it was accepted.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why it was skipped or failed, one sentence.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>True once nothing is left to do.</summary>
    public bool IsSettled => State is DeliveryState.Sent or DeliveryState.Skipped or DeliveryState.Failed;
}

public enum DeliveryState
{
    /// <summary>Somebody is at it, or was and stopped; see the lease.</summary>
    Claimed,
    Sent,
    Skipped,

    /// <summary>Refused for good by the mail provider.</summary>
    Failed,
}

/// <summary>A subscriber's part in the choice of an edition, as it was then.</summary>
public sealed record PreferencesSnapshot(IReadOnlyList<Interest> Interests, EditionSize Size, bool Exploration)
{
    public static PreferencesSnapshot Of(Subscriber subscriber) => new(subscriber.Interests, subscriber.Size, subscriber.Exploration);
}

/// <param name="Exploration">Outside the interests, and labelled so.</param>
public sealed record DeliveredPick(PaperId Paper, string Title, IReadOnlyList<string> Why, bool Exploration = false);
