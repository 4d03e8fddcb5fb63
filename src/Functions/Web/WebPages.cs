using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Pages;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>Turns views into answers: rendered, with the headers that every page has.</summary>
public sealed class WebPages(PageRenderer renderer, LinkSigner signer, AuditLog audit, IOptions<SiteOptions> site)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>What stands around a page: for a reader who is known, the way to their own pages.</summary>
    /// <param name="manageToken">Leads there where nobody is known, but the page's own link allows it.</param>
    public PageFrame Frame(HttpRequest request, string? manageToken = null) => new()
    {
        SiteName = site.Value.Name,
        PostalAddress = site.Value.PostalAddress,
        PreferencesToken = request.Reader()?.Token ?? manageToken,
        DeliveriesToken = request.Reader()?.Token ?? manageToken,
        IsSignedIn = request.Reader() is not null,
    };

    /// <summary>A page for everybody; for a reader who is known it shows more, and is kept by nobody.</summary>
    public Task<IActionResult> PublicAsync<TPage, TView>(HttpRequest request, TView view, int status = StatusCodes.Status200OK)
        where TPage : Page<TView> =>
        PageAsync<TPage, TView>(request, view, request.Reader() is null ? "no-cache" : SecurityHeaders.PrivateCaching, status);

    /// <summary>A page behind a token: kept by nobody on the way.</summary>
    public Task<IActionResult> PrivateAsync<TPage, TView>(HttpRequest request, TView view, int status = StatusCodes.Status200OK)
        where TPage : Page<TView> => PageAsync<TPage, TView>(request, view, SecurityHeaders.PrivateCaching, status);

    public Task<IActionResult> MessageAsync(HttpRequest request, MessageView message, int status = StatusCodes.Status200OK) =>
        PrivateAsync<MessagePage, MessageView>(request, message, status);

    /// <summary>The answer to a token that is not valid here; says nothing of why.</summary>
    public Task<IActionResult> BadLinkAsync(HttpRequest request)
    {
        audit.BadToken(request, signer.FaultOf(request.Token(request.PostedForm())));
        return MessageAsync(request, Messages.BadLink(Frame(request)), StatusCodes.Status403Forbidden);
    }

    /// <summary>Today's mails that anybody can ask for are used up.</summary>
    public Task<IActionResult> SpentAsync(HttpRequest request)
    {
        HttpResults.RetryAfter(request, TimeSpan.FromHours(1));
        return MessageAsync(request, Messages.Spent(Frame(request)), StatusCodes.Status503ServiceUnavailable);
    }

    public Task<IActionResult> SignInAsync(HttpRequest request, SignInForm form, int status = StatusCodes.Status200OK) =>
        PrivateAsync<SignInPage, SignInView>(request, new SignInView(Frame(request), form), status);

    /// <summary>The answer on a page of a reader's own where nobody is known: a link that does not work, or none at all.</summary>
    public Task<IActionResult> UnknownReaderAsync(HttpRequest request, IFormCollection? form = null) => request.Token(form).Length > 0
        ? BadLinkAsync(request)
        : SignInAsync(request, new SignInForm(), StatusCodes.Status403Forbidden);

    /// <summary>Asks a reader who came by an older mail for a new link.</summary>
    /// <param name="what">What needs it: "Exporting your taste".</param>
    public Task<IActionResult> NewerLinkAsync(HttpRequest request, Reader reader, string what) => SignInAsync(
        request,
        new SignInForm
        {
            Reason = $"{what} needs a link that was mailed within the last hour: an older mail may have been passed on.",
            MaskedEmail = EmailAddress.Masked(reader.Subscriber.Email),
            Token = reader.Token,
        },
        StatusCodes.Status403Forbidden);

    public Task<IActionResult> BadRequestAsync(HttpRequest request, string reason) =>
        MessageAsync(request, Messages.BadRequest(Frame(request), reason), StatusCodes.Status400BadRequest);

    public Task<IActionResult> NotFoundAsync(HttpRequest request, string what) =>
        MessageAsync(request, Messages.NotFound(Frame(request), what), StatusCodes.Status404NotFound);

    private async Task<IActionResult> PageAsync<TPage, TView>(HttpRequest request, TView view, string caching, int status)
        where TPage : Page<TView>
    {
        var html = await renderer.PageAsync<TPage, TView>(view);
        var headers = request.HttpContext.Response.Headers;
        foreach (var (name, value) in SecurityHeaders.Page)
        {
            headers[name] = value;
        }

        if (caching != SecurityHeaders.PrivateCaching && status == StatusCodes.Status200OK)
        {
            return HttpResults.Cacheable(request, html, Html, caching);
        }

        headers.CacheControl = caching;
        return new ContentResult { Content = html, ContentType = Html, StatusCode = status };
    }
}
