using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Mail addresses as subscribers type them.</summary>
public static class EmailAddress
{
    /// <summary>Longest address that SMTP carries, RFC 5321 section 4.5.3.1 with erratum 1690.</summary>
    public const int MaxLength = 254;

    private static readonly IdnMapping Idn = new();

    /// <summary>One plain address with a dotted domain, white space trimmed, the domain in lower case and Punycode; null if the text is
    /// none.</summary>
    /// <remarks>Before the @ only ASCII: other letters need SMTPUTF8 (RFC 6531), which not every mail provider supports, and signs that
    /// turn the direction of text could make it look like a different address.</remarks>
    public static string? Normalise(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > MaxLength
            || trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"')
            || !MailAddress.TryCreate(trimmed, out var address) || address.Address != trimmed || !Ascii.IsValid(address.User)
            || !address.Host.Contains('.'))
        {
            return null;
        }

        try
        {
            var host = Idn.GetAscii(address.Host).ToLowerInvariant();
            return host.Split('.').All(IsLabel) ? $"{address.User}@{host}" : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The address of the mailbox without what stands behind a plus sign (RFC 5233): for counting, never for sending.</summary>
    public static string WithoutTag(string email) =>
        email.IndexOf('+') is > 0 and var plus && email.IndexOf('@') is var at && plus < at ? email[..plus] + email[at..] : email;

    /// <summary>Enough to tell addresses apart, not the whole one: <c>a***@example.org</c>.</summary>
    public static string Masked(string email) => email.IndexOf('@') is > 0 and var at ? $"{email[0]}***{email[at..]}" : "***";

    /// <summary>A part of a domain as DNS has them: letters, digits and dashes within, RFC 1123 section 2.1.</summary>
    private static bool IsLabel(string label) =>
        label.Length is > 0 and < 64 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
