namespace PaperFunctions.Kills;

/// <summary>Somebody who signs up, and may leave. Times are by the machine's own clock.</summary>
internal sealed class Person(int number, int hour)
{
    public string Email { get; } = $"person{number}@example.org";

    public string Topic { get; } = Invention.Topics[number % Invention.Topics.Count];

    public (string Name, string Value)[] Wishes =>
        [("email", Email), ("topics", Topic), ("hour", $"{hour}"), ("zone", "Etc/UTC"), ("cadence", "daily"), ("size", "50")];

    /// <summary>When the form was answered, by the product's clock.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    public bool IsConfirmed { get; set; }

    /// <summary>From the first try to leave on, whether it was answered or not.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>When the page said goodbye.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public bool Stays => IsConfirmed && !IsLeaving;
}
