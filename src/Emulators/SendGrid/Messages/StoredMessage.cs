namespace PaperFunctions.Emulators.SendGrid.Messages;

/// <summary>An address with the name shown for it, if any.</summary>
public sealed record MailAddress(string Email, string? Name = null)
{
    public override string ToString() => string.IsNullOrEmpty(Name) ? Email : $"{Name} <{Email}>";
}

/// <summary>One message to one recipient, as it was accepted.</summary>
public sealed record StoredMessage
{
    /// <summary>Sorts by time of receipt; also the name of its files.</summary>
    public required string Id { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string To { get; init; }

    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    public required string Subject { get; init; }

    /// <summary>Null: the message has no such part.</summary>
    public string? Html { get; init; }

    /// <summary>Null: the message has no such part.</summary>
    public string? Text { get; init; }

    /// <summary>The message's own headers, such as List-Unsubscribe.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Arguments that come back with every event.</summary>
    public IReadOnlyDictionary<string, string> CustomArgs { get; init; } = new Dictionary<string, string>();

    /// <summary>UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What the sender was reported in X-Message-Id; the same for all recipients of one call.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>The sender's shown name.</summary>
    public string? FromName { get; init; }

    /// <summary>The recipient's shown name.</summary>
    public string? ToName { get; init; }
}
