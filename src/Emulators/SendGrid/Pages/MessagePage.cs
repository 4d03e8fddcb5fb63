using System.Globalization;
using System.Text;
using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid.Pages;

/// <summary>One message: its headers, its HTML in a frame that can do nothing, its plain text.</summary>
internal static class MessagePage
{
    public static string Render(StoredMessage message)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture,
            $"<p><a href=\"/\">All mail</a></p>\n<h1>{PageLayout.Encode(message.Subject)}</h1>\n<table>\n<tbody>\n");
        Row(body, "From", PageLayout.Encode(new MailAddress(message.From, message.FromName).ToString()));
        Row(body, "To", PageLayout.Encode(new MailAddress(message.To, message.ToName).ToString()));
        Row(body, "Received", PageLayout.Time(message.ReceivedAt));
        foreach (var (name, value) in message.Headers)
        {
            Row(body, PageLayout.Encode(name), PageLayout.Encode(value));
        }

        foreach (var (name, value) in message.CustomArgs)
        {
            Row(body, $"Argument {PageLayout.Encode(name)}", PageLayout.Encode(value));
        }

        body.Append(
            CultureInfo.InvariantCulture, $"</tbody>\n</table>\n<p><a href=\"/messages/{message.Id}.eml\">Download as .eml</a></p>\n");
        if (message.Html is not null)
        {
            var html = $"/messages/{message.Id}/html";
            body.Append(CultureInfo.InvariantCulture, $"<h2>HTML</h2>\n<p><a href=\"{html}\">On a page of its own</a></p>\n");
            body.Append(CultureInfo.InvariantCulture, $"<iframe title=\"HTML of the message\" sandbox=\"\" src=\"{html}\"></iframe>\n");
        }

        if (message.Text is not null)
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2>Plain text</h2>\n<pre>{PageLayout.Encode(message.Text)}</pre>\n");
        }

        return PageLayout.Render(message.Subject, body.ToString());
    }

    private static void Row(StringBuilder body, string name, string value) =>
        body.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>\n");
}
