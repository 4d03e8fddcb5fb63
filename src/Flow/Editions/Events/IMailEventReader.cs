namespace PaperFunctions.Flow.Editions.Events;

/// <summary>Reads what the mail provider posts.</summary>
public interface IMailEventReader
{
    /// <param name="body">Exactly the bytes that were posted.</param>
    /// <param name="signature">Of timestamp and body.</param>
    /// <param name="timestamp">As it was sent.</param>
    /// <returns>Null if the provider did not sign this just now.</returns>
    /// <exception cref="InvalidDataException">Signed, but not a list of events; the message says what is wrong.</exception>
    IReadOnlyList<MailEvent>? Read(ReadOnlyMemory<byte> body, string? signature, string? timestamp);
}
