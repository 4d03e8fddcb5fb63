using System.Globalization;
using System.Text;
using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid.Pages;

/// <summary>Captured messages, newest first.</summary>
internal static class ListPage
{
    private const int PageSize = 100;

    /// <param name="before">Id of the last message of the page before.</param>
    public static string Render(MessageStore store, string? before)
    {
        var messages = store.List(PageSize, before);
        var body = new StringBuilder("<h1>Captured mail</h1>\n");
        body.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">Messages here: {store.Count()}. No mail leaves this machine. ");
        body.Append("As JSON: <a href=\"/messages\">/messages</a></p>\n");
        if (messages.Count == 0)
        {
            return PageLayout.Render(
                "Captured mail", body.Append("<p>No message yet. Mail that the application sends appears here.</p>").ToString());
        }

        body.Append("<table>\n<thead><tr><th scope=\"col\">Subject</th><th scope=\"col\">To</th><th scope=\"col\">From</th>");
        body.Append("<th scope=\"col\">Received</th></tr></thead>\n<tbody>\n");
        foreach (var message in messages)
        {
            body.Append(
                CultureInfo.InvariantCulture, $"<tr><td><a href=\"/messages/{message.Id}\">{PageLayout.Encode(message.Subject)}</a></td>");
            body.Append(CultureInfo.InvariantCulture, $"<td>{PageLayout.Encode(message.To)}</td>");
            body.Append(CultureInfo.InvariantCulture, $"<td>{PageLayout.Encode(message.From)}</td>");
            body.Append(CultureInfo.InvariantCulture, $"<td>{PageLayout.Time(message.ReceivedAt)}</td></tr>\n");
        }

        body.Append("</tbody>\n</table>\n");
        if (messages.Count == PageSize)
        {
            body.Append(CultureInfo.InvariantCulture, $"<p><a href=\"/?before={messages[^1].Id}\">Older messages</a></p>");
        }

        return PageLayout.Render("Captured mail", body.ToString());
    }
}
