using System.Globalization;
using System.Text;
using PaperFunctions.Local.Mail.Api;

namespace PaperFunctions.Local.Mail.Mime;

/// <summary>
/// Writes a message as RFC 5322 text that mail programs open. Why by hand: docs/decisions/0022-mime-by-hand.md.
/// </summary>
internal static class MimeWriter
{
    /// <param name="mail">What is sent.</param>
    /// <param name="id">Makes the Message-ID and the boundaries.</param>
    public static string Write(OutgoingMail mail, string id, DateTimeOffset date)
    {
        var text = new StringBuilder();
        text.Append(HeaderText.Field("Date", date.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)));
        text.Append(HeaderText.Field("From", HeaderText.Address(mail.From)));
        AddressField(text, "To", mail.To);
        AddressField(text, "Cc", mail.Cc);
        AddressField(text, "Reply-To", mail.ReplyTo);
        text.Append(HeaderText.Field("Subject", HeaderText.Text(mail.Subject)));
        text.Append(HeaderText.Field("Message-ID", $"<{id}@{mail.From.Email[(mail.From.Email.LastIndexOf('@') + 1)..]}>"));
        foreach (var (name, value) in mail.Headers)
        {
            text.Append(HeaderText.Field(name, HeaderText.Text(value)));
        }

        text.Append("MIME-Version: 1.0\r\n");
        Body(text, mail, id);
        return text.ToString();
    }

    private static void Body(StringBuilder text, OutgoingMail mail, string id)
    {
        if (mail.Attachments.Count == 0)
        {
            Alternatives(text, mail.Content, id);
            return;
        }

        var boundary = $"mixed-{id}";
        text.Append(HeaderText.Field("Content-Type", $"multipart/mixed; boundary=\"{boundary}\""));
        text.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n");
        Alternatives(text, mail.Content, id);
        foreach (var attachment in mail.Attachments)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
            Attachment(text, attachment);
        }

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
    }

    private static void Alternatives(StringBuilder text, IReadOnlyList<MailContent> content, string id)
    {
        if (content.Count == 1)
        {
            Part(text, content[0]);
            return;
        }

        var boundary = $"alternative-{id}";
        text.Append(HeaderText.Field("Content-Type", $"multipart/alternative; boundary=\"{boundary}\""));
        text.Append("\r\n");
        foreach (var part in content)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
            Part(text, part);
        }

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
    }

    private static void Part(StringBuilder text, MailContent part)
    {
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: {part.Type}; charset=utf-8\r\n");
        text.Append("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        text.Append(QuotedPrintable.Encode(part.Value)).Append("\r\n");
    }

    private static void Attachment(StringBuilder text, MailAttachment attachment)
    {
        text.Append(HeaderText.Field("Content-Type", attachment.Type ?? "application/octet-stream"));
        text.Append(HeaderText.Field("Content-Disposition", $"{attachment.Disposition}; filename*=utf-8''{Uri.EscapeDataString(attachment.FileName)}"));
        if (attachment.ContentId is { } contentId)
        {
            text.Append(HeaderText.Field("Content-ID", $"<{contentId}>"));
        }

        text.Append("Content-Transfer-Encoding: base64\r\n\r\n");
        text.Append(Convert.ToBase64String(attachment.Bytes, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static void AddressField(StringBuilder text, string name, IReadOnlyList<MailAddress> addresses)
    {
        if (addresses.Count > 0)
        {
            text.Append(HeaderText.Field(name, string.Join(", ", addresses.Select(HeaderText.Address))));
        }
    }
}
