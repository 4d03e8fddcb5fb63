using System.Globalization;
using System.Text;
using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid.Mime;

/// <summary>Writes a message as RFC 5322 text that mail programs open. docs/local.md says why no library does it.</summary>
internal static class MimeWriter
{
    /// <param name="mail">What is sent.</param>
    /// <param name="id">Makes the Message-ID and the boundaries.</param>
    public static string Write(OutgoingMail mail, string id, DateTimeOffset date)
    {
        var text = new StringBuilder();
        text.Append(HeaderText.Field("Date", date.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)));
        text.Append(HeaderText.Field("From", HeaderText.Address(mail.From)));
        text.Append(HeaderText.Field("To", string.Join(", ", mail.To.Select(HeaderText.Address))));
        text.Append(HeaderText.Field("Subject", HeaderText.Text(mail.Subject)));
        text.Append(HeaderText.Field("Message-ID", $"<{id}@{mail.From.Email[(mail.From.Email.LastIndexOf('@') + 1)..]}>"));
        foreach (var (name, value) in mail.Headers)
        {
            text.Append(HeaderText.Field(name, HeaderText.Text(value)));
        }

        text.Append("MIME-Version: 1.0\r\n");
        Alternatives(text, mail.Content, id);
        return text.ToString();
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
}
