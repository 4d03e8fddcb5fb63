using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Logging.Abstractions;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Pages;
using PaperFunctions.Pages.Mail;

namespace PaperFunctions.Tests.Pages;

/// <summary>Renders through the real components and reads the result as a browser would.</summary>
internal static class Rendering
{
    public static PageRenderer Components { get; } = new(NullLoggerFactory.Instance);

    public static Task<RenderedMail> MailAsync(EditionView edition) =>
        new RazorMailRenderer(Components).RenderAsync(edition, CancellationToken.None);

    /// <summary>Parses strictly: markup that a browser would have to repair fails.</summary>
    public static IDocument Parse(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });
        return parser.ParseDocument(html);
    }
}
