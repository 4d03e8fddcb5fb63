using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Editions.Compose;
using PaperFunctions.Flow.Editions.Events;

namespace PaperFunctions.Azure.Mail;

/// <summary>SendGrid's signed event webhook: a JSON array of events; ECDSA P-256 with SHA-256 over timestamp and raw body.</summary>
public sealed class SendGridEvents(IOptions<MailOptions> options, TimeProvider clock) : IMailEventReader
{
    /// <summary>How old the signed time may be: deliveries that found us down are tried again for a day
    /// (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook). Events that come twice are
    /// known again.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(25);

    /// <summary>How far the signed time may lie ahead of our clock.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>Reasons for a drop that say something of the address; the others are quota, content and settings.</summary>
    private static readonly string[] AboutTheAddress = ["bounced address", "spam reporting address", "unsubscribed address", "invalid"];

    public IReadOnlyList<MailEvent>? Read(ReadOnlyMemory<byte> body, string? signature, string? timestamp) =>
        signature is not null && timestamp is not null && IsNow(timestamp) && IsSigned(body.Span, signature, timestamp) ? Parse(body)
            : null;

    private bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow().ToUnixTimeSeconds() - seconds is var age && age <= Oldest.TotalSeconds && age >= -Ahead.TotalSeconds;

    private bool IsSigned(ReadOnlySpan<byte> body, string signature, string timestamp)
    {
        if (options.Value.EventPublicKey is not { Length: > 0 } publicKey)
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
            return key.VerifyData(
                signed, Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static List<MailEvent> Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(Read)]
                : throw new InvalidDataException("A JSON array of events was expected.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The events are not readable JSON: {e.Message}", e);
        }
    }

    private static MailEvent Read(JsonElement reported)
    {
        var seconds = reported.TryGetProperty("timestamp", out var at) && at.ValueKind == JsonValueKind.Number
            && at.TryGetInt64(out var given) ? given : 0;
        var (name, email, message) = (Text(reported, "event"), Text(reported, "email"), Text(reported, "sg_message_id"));
        var (subscriber, edition) = (Text(reported, ComposeEdition.SubscriberArgument), Text(reported, ComposeEdition.EditionArgument));
        return new MailEvent(
            Key(name, email, message, seconds.ToString(CultureInfo.InvariantCulture)),
            KindOf(name, Text(reported, "type"), Text(reported, "reason")),
            email,
            IsId(subscriber) ? subscriber : null,
            IsEdition(edition) ? edition : null,
            message.Split('.')[0],
            Text(reported, "reason"),
            DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, 253_402_300_799)));
    }

    /// <summary>The same for every time that an event is reported; the provider's own id is another one each time.</summary>
    private static string Key(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));

    private static MailEventKind KindOf(string name, string type, string reason) => name switch
    {
        "processed" or "delivered" => MailEventKind.Accepted,
        "bounce" => type == "blocked" ? MailEventKind.Blocked : MailEventKind.Bounce,
        "dropped" => AboutTheAddress.Any(a => reason.Contains(a, StringComparison.OrdinalIgnoreCase)) ? MailEventKind.Dropped
            : MailEventKind.NotTried,
        "spamreport" => MailEventKind.SpamReport,
        "unsubscribe" or "group_unsubscribe" => MailEventKind.Unsubscribe,
        _ => MailEventKind.Other,
    };

    private static string Text(JsonElement reported, string name) =>
        reported.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    // They become keys of rows; whoever has the provider's key could still send nonsense.
    private static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    private static bool IsEdition(string text) => text.Length is >= 10 and <= 20 && text.All(c => char.IsAsciiDigit(c) || c is '-' or 'T');
}
