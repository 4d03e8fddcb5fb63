using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>An edition for any interests, before anybody gets one.</summary>
public sealed class PreviewPages(WebPages pages, PreviewEdition preview, ISubscriberTable subscribers)
{
    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query(FieldNames.Target) is { Length: > 0 } id)
        {
            return PaperId.TryParse(id, out _) && await subscribers.FindAsync(id, cancellationToken) is { Value: var person }
                ? Answer(request, await preview.ForAsync(person, cancellationToken))
                : await pages.NotFoundAsync(request, "person");
        }

        var topics = InterestLines.Read(request.Query(FieldNames.Topics), InterestKind.Topic);
        if (topics.Count is 0 or > SignUpForms.MaxTopics || topics.Any(t => t.Text.Length > FieldLimits.Phrase)
            || SignUpForms.Number(request.Query(FieldNames.Size), 1, 50) is not { } size)
        {
            return await pages.BadRequestAsync(
                request, $"Name between one and {SignUpForms.MaxTopics} topics, one a line, and 1 to 50 papers.");
        }

        return Answer(request, await preview.RunAsync(topics, size, cancellationToken));
    }

    private static ContentResult Answer(HttpRequest request, (OutgoingMail? Mail, string? Reason) found) => found.Mail is { } mail
        ? Mail(request, mail)
        : HttpResults.Text(request, $"There would be no mail: {found.Reason}", StatusCodes.Status200OK);

    /// <summary>A mail to look at, in which nothing can be done.</summary>
    internal static ContentResult Mail(HttpRequest request, OutgoingMail mail) => request.Query("as") == "text"
        ? HttpResults.Text(request, $"Subject: {mail.Subject}\n\n{mail.Text}", StatusCodes.Status200OK)
        : Html(request, mail.Html);

    private static ContentResult Html(HttpRequest request, string html)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = SecurityHeaders.PrivateCaching;
        foreach (var (name, value) in SecurityHeaders.MailPreview)
        {
            headers[name] = value;
        }

        return new ContentResult { Content = html, ContentType = "text/html; charset=utf-8" };
    }
}
