namespace PaperFunctions.Flow.Mail;

/// <summary>Hands mail to the provider.</summary>
public interface IMailSender
{
    /// <summary>Why nothing can be sent at all, with what to do about it; null if something can.</summary>
    string? Obstacle => null;

    /// <summary>Sends one message to one address.</summary>
    /// <returns>What the provider answered.</returns>
    /// <exception cref="IOException">No answer: the message may or may not have been accepted.</exception>
    Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <param name="Headers">Such as List-Unsubscribe; no CR or LF in names or values.</param>
/// <param name="Arguments">Come back with the provider's events: subscriber and edition.</param>
public sealed record OutgoingMail(
    string To, string Subject, string Html, string Text,
    IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Arguments);

/// <param name="MessageId">The provider's id, where it gave one.</param>
/// <param name="Reason">What the provider said when it did not accept.</param>
public sealed record SendResult(SendOutcome Outcome, string? MessageId, string? Reason);

public enum SendOutcome
{
    Accepted,

    /// <summary>Surely not sent; the same message may be accepted later (too many requests, server error).</summary>
    NotNow,

    /// <summary>Surely not sent, and never will be (bad address, bad request).</summary>
    Refused,
}

/// <summary>The provider said no for now; the mail is tried again.</summary>
public sealed class MailNotAcceptedException(string? reason)
    : IOException(reason ?? "The mail provider did not accept the message for now.");
