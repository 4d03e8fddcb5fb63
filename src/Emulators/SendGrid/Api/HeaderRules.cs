namespace PaperFunctions.Emulators.SendGrid.Api;

/// <summary>What SendGrid asks of the headers that a message brings along.</summary>
internal static class HeaderRules
{
    private static readonly HashSet<string> Reserved = new(
        [
            "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject",
            "Reply-To", "CC", "BCC",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>One sentence where SendGrid would refuse the header; else null.</summary>
    public static string? Problem(KeyValuePair<string, string> header) =>
        header.Key.Length == 0 || header.Key.Any(c => c is <= ' ' or > '~' or ':')
            ? "Header keys cannot contain non-ASCII characters or empty spaces."
        : Reserved.Contains(header.Key) ? "Header cannot be one of the reserved keys."
        : header.Value.AsSpan().ContainsAny('\r', '\n') ? "The header values cannot contain CRLF characters."
        : null;
}
