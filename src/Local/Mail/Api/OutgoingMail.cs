namespace PaperFunctions.Local.Mail.Api;

/// <summary>One body of a message.</summary>
internal sealed record MailContent(string Type, string Value);

internal sealed record MailAttachment(string FileName, string? Type, string Disposition, string? ContentId, byte[] Bytes);

/// <summary>One personalization of a call, checked, with what it takes from the message around it.</summary>
internal sealed record OutgoingMail
{
    public required MailAddress From { get; init; }

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public required IReadOnlyList<MailAddress> To { get; init; }

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public IReadOnlyList<MailAddress> Bcc { get; init; } = [];

    public required string Subject { get; init; }

    public required IReadOnlyList<MailContent> Content { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> CustomArgs { get; init; } = new Dictionary<string, string>();

    /// <summary>Everyone who gets a copy.</summary>
    public IEnumerable<MailAddress> Recipients => To.Concat(Cc).Concat(Bcc);

    public string? Body(string type) => Content.FirstOrDefault(content => string.Equals(content.Type, type, StringComparison.OrdinalIgnoreCase))?.Value;
}
