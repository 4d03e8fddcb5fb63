using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>An edition for any interests, before anybody gets one.</summary>
public sealed class PreviewPages(WebPages pages, PreviewEdition preview)
{
    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var topics = InterestLines.Read(request.Query(FieldNames.Topics), InterestKind.Topic);
        if (topics.Count is 0 or > SignUpForms.MaxTopics || topics.Any(t => t.Text.Length > FieldLimits.Phrase)
            || SignUpForms.Number(request.Query(FieldNames.Size), 1, 50) is not { } size)
        {
            return await pages.BadRequestAsync(
                request, $"Name between one and {SignUpForms.MaxTopics} topics, one a line, and 1 to 50 papers.");
        }

        var (mail, reason) = await preview.RunAsync(topics, size, cancellationToken);
        if (mail is null)
        {
            return HttpResults.Text(request, $"There would be no mail: {reason}", StatusCodes.Status200OK);
        }

        return request.Query("as") == "text"
            ? HttpResults.Text(request, $"Subject: {mail.Subject}\n\n{mail.Text}", StatusCodes.Status200OK)
            : Html(request, mail.Html);
    }

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
