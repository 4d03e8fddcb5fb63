namespace PaperFunctions.Emulators.SendGrid.Messages;

/// <summary>One body of a message.</summary>
/// <param name="Type">Such as <c>text/html</c>.</param>
internal sealed record MailContent(string Type, string Value);

/// <summary>One personalization of a call, checked, with what it takes from the message around it.</summary>
internal sealed record OutgoingMail(
    MailAddress From,
    IReadOnlyList<MailAddress> To,
    string Subject,
    IReadOnlyList<MailContent> Content,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> CustomArgs)
{
    public string? Body(string type) =>
        Content.FirstOrDefault(content => string.Equals(content.Type, type, StringComparison.OrdinalIgnoreCase))?.Value;
}
