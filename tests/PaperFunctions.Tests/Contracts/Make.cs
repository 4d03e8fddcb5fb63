using System.Security.Cryptography;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Contracts;

/// <summary>Values for tests; ids are random, so that tests can share a service.</summary>
public static class Make
{
    public static CancellationToken None => CancellationToken.None;

    public static string Id() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static PaperId PaperId() => new(Id());

    public static Paper Paper(string title, string text = "An abstract.") => new() { Title = title, Abstract = text };

    public static StoredPaper Stored(string title, DateTimeOffset? firstSeen = null) =>
        new(PaperId(), Paper(title)) { FirstSeen = firstSeen ?? At(), Digests = [Id()] };

    public static Digest Digest(string name, DateTimeOffset? uploaded = null) => new()
    {
        Id = PaperFunctions.Papers.Digest.IdOf(name),
        Name = name,
        ContentHash = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
        FirstUploadedAt = uploaded ?? At(),
        UploadedAt = uploaded ?? At(),
    };

    public static Subscriber Subscriber(string id) => new()
    {
        Id = id,
        Email = $"{id[..8]}@example.org",
        State = SubscriberState.Active,
        Interests = [new Interest(InterestKind.Topic, "state space models"),
            new Interest(InterestKind.Muted, "survey", new DateOnly(2026, 5, 1))],
        Plan = new DeliveryPlan { Hour = 6, Zone = "Asia/Kolkata", Days = [DayOfWeek.Monday], PausedUntil = new DateOnly(2026, 4, 1) },
        Size = new EditionSize(null, 10),
        LastCutoff = At(),
        CreatedAt = At(),
        NextDue = At(9),
    };

    /// <summary>An hour of a day that is the tests' own.</summary>
    public static DateTimeOffset At(int hour = 8, int minute = 0) => new(2026, 3, 14, hour, minute, 0, TimeSpan.Zero);
}
