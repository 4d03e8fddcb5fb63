using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Mail;

/// <summary>A mail (.eml, RFC 5322): its attachments and the best of its texts are read by the other formats.</summary>
public sealed class MailMessage : IDigestFormat
{
    /// <summary>Providers take mails of up to 25 or 50 MB.</summary>
    internal const int MaxBytes = 64 << 20;

    private static readonly string[] Telling = ["From", "To", "Date", "Subject", "Message-ID", "MIME-Version", "Received", "Return-Path",
        "Content-Type", "Delivered-To"];

    public string Name => "mail";

    public bool IsContainer => true;

    public double Recognise(DigestHead head) => Sure(head, out var page) && !page ? 0.97 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        ReadMimeAsync(content, source, cancellationToken);

    /// <summary>Whether the content starts with the headers of a message, and whether it is a saved page.</summary>
    internal static bool Sure(DigestHead head, out bool page)
    {
        page = false;
        var bytes = head.Bytes.Span.StartsWith("From "u8) ? head.Bytes[(head.Bytes.Span.IndexOf((byte)'\n') + 1)..] : head.Bytes;
        var colon = bytes.Span.IndexOf((byte)':');
        if (colon is <= 0 or > 40 || bytes.Span[..colon].ContainsAny((byte)' ', (byte)'\n', (byte)'<'))
        {
            return false;
        }

        var (headers, _) = MimeHeaders.Split(bytes[..Math.Min(bytes.Length, 32 * 1024)]);
        page = headers["Content-Type"]?.Contains("multipart/related", StringComparison.OrdinalIgnoreCase) == true &&
            (headers.Has("Snapshot-Content-Location")
                || headers["From"]?.StartsWith("<Saved by", StringComparison.OrdinalIgnoreCase) == true);
        return Telling.Count(headers.Has) >= 3 && (headers.Has("From") || headers.Has("MIME-Version") || headers.Has("Received"));
    }

    internal static async IAsyncEnumerable<DigestItem> ReadMimeAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await BoundedBytes.ReadAsync(content, MaxBytes, cancellationToken) is not { } bytes)
        {
            yield return new DigestItem.Trouble(new Problem(0,
                $"The mail is larger than {MaxBytes >> 20} MiB; drop its attachments instead."));
            yield break;
        }

        var message = MimePart.Parse(bytes.Span.StartsWith("From "u8) ? bytes[(bytes.Span.IndexOf((byte)'\n') + 1)..] : bytes);
        var sent = Sent(message, source);

        var dated = false;
        await foreach (var item in new MailReading(source, sent).ReadAsync(message, cancellationToken))
        {
            dated |= item is DigestItem.Dated;
            if (!dated && item is DigestItem.Found && sent is { } date)
            {
                dated = true;
                yield return new DigestItem.Dated(date);
            }

            yield return item;
        }
    }

    /// <summary>The day that the mail names for itself; null where that is later than the upload in every time zone.</summary>
    private static DateOnly? Sent(MimePart message, DigestSource source) =>
        Dates.Parse(message.Headers["Date"]) is { } day && day <= DateOnly.FromDateTime(source.UploadedAt.UtcDateTime).AddDays(1)
            ? day
            : null;
}
