namespace PaperFunctions.Flow.Editions.Events;

/// <summary>What became of a mail after the provider had accepted it.</summary>
/// <param name="Key">Names this very event, however often it is told; see <see cref="IMailEventTable"/>.</param>
/// <param name="Email">The recipient, for mails that carry no arguments.</param>
/// <param name="SubscriberId">From the mail's arguments.</param>
/// <param name="EditionKey">From the mail's arguments.</param>
/// <param name="Reason">What the receiving server or the provider said.</param>
public sealed record MailEvent(
    string Key, MailEventKind Kind, string Email, string? SubscriberId, string? EditionKey, string MessageId, string Reason,
    DateTimeOffset At);

public enum MailEventKind
{
    /// <summary>Says nothing that we act on.</summary>
    Other,

    /// <summary>Accepted by the provider, or delivered.</summary>
    Accepted,

    /// <summary>The receiving server refused for good: the address is dead.</summary>
    Bounce,

    /// <summary>Refused for a reason that may pass (a full mailbox, a block list).</summary>
    Blocked,

    /// <summary>The provider did not try: it knows the address as dead, unsubscribed or complaining.</summary>
    Dropped,

    /// <summary>Not tried for a reason that is not the address's (quota, content).</summary>
    NotTried,

    /// <summary>The subscriber pressed "this is spam".</summary>
    SpamReport,

    /// <summary>Unsubscribed at the provider.</summary>
    Unsubscribe,
}
