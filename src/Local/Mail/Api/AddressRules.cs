using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>What counts as an address: one local part and one domain, as SendGrid takes it.</summary>
internal static partial class AddressRules
{
    public const int MaxLength = 320;

    /// <summary>Null where there is no valid address.</summary>
    public static MailAddress? Read(JsonObject? json)
    {
        var email = MailRequestReader.Text(json?["email"])?.Trim();
        return email is { Length: > 0 and <= MaxLength } && Shape().IsMatch(email)
            ? new MailAddress(email, MailRequestReader.Text(json!["name"]))
            : null;
    }

    /// <summary>A name must not be able to begin a new header.</summary>
    public static void CheckName(JsonObject json, string path, List<MailError> errors)
    {
        if (json["name"] is { } name && (MailRequestReader.Text(name) is not { } text || text.Contains('\r', StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal)))
        {
            errors.Add(MailError.At($"{path}.name", "personalizations.to", "The name must be a string without CRLF characters."));
        }
    }

    [GeneratedRegex("""^(?:[^\s@<>()\[\]\\,;:"]+|"[^"\r\n]+")@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$""", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
