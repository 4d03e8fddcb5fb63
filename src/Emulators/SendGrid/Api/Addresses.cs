using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid.Api;

/// <summary>What counts as an address: one local part and one domain, as SendGrid takes it.</summary>
internal static partial class Addresses
{
    private const int MaxLength = 320;

    /// <summary>One part of a domain.</summary>
    private const string Label = @"[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?";

    /// <summary>Null if there is not a valid address. A name that could begin a new header is added to the errors.</summary>
    /// <param name="path">Where in the body.</param>
    public static MailAddress? Read(JsonNode? json, string path, List<MailError> errors)
    {
        var (email, name) = (MailRequestReader.Text(
            (json as JsonObject)?["email"])?.Trim(), MailRequestReader.Text((json as JsonObject)?["name"]));
        if (name is not null && name.AsSpan().ContainsAny('\r', '\n'))
        {
            errors.Add(MailError.At($"{path}.name", "personalizations.to", "The name must be a string without CRLF characters."));
        }

        return email is { Length: > 0 and <= MaxLength } && Shape().IsMatch(email) ? new MailAddress(email, name) : null;
    }

    [GeneratedRegex(
        """^(?:[^\s@<>()\[\]\\,;:"]+|"[^"\r\n]+")@""" + Label + @"(?:\." + Label + ")+$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
