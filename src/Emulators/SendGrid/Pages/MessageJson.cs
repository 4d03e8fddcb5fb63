using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid.Pages;

/// <summary>A message as <c>GET /messages</c> shows it; names and order are relied on by scripts.</summary>
internal sealed record MessageJson(
    string Id,
    string To,
    string From,
    string Subject,
    string? Html,
    string? Text,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> CustomArgs,
    DateTimeOffset ReceivedAt)
{
    public static MessageJson Of(StoredMessage message) => new(
        message.Id, message.To, message.From, message.Subject, message.Html,
            message.Text, message.Headers, message.CustomArgs, message.ReceivedAt);
}
