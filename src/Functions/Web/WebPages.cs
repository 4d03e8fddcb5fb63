using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>Turns views into answers: rendered, with the headers that every page has.</summary>
public sealed class WebPages(PageRenderer renderer, RequestLimits limits, IOptions<SiteOptions> site)
{
    private const string Html = "text/html; charset=utf-8";

    /// <param name="manageToken">Leads from page to page where a subscriber came in with one.</param>
    public PageFrame Frame(string? manageToken = null) => new()
    {
        SiteName = site.Value.Name,
        PostalAddress = site.Value.PostalAddress,
        PreferencesToken = manageToken,
        DeliveriesToken = manageToken,
    };

    /// <summary>A page for everybody.</summary>
    public Task<IActionResult> PublicAsync<TPage, TView>(HttpRequest request, TView view, int status = StatusCodes.Status200OK)
        where TPage : Page<TView> => PageAsync<TPage, TView>(request, view, "no-cache", status);

    /// <summary>A page behind a token: kept by nobody on the way.</summary>
    public Task<IActionResult> PrivateAsync<TPage, TView>(HttpRequest request, TView view, int status = StatusCodes.Status200OK)
        where TPage : Page<TView> => PageAsync<TPage, TView>(request, view, SecurityHeaders.PrivateCaching, status);

    public Task<IActionResult> MessageAsync(HttpRequest request, MessageView message, int status = StatusCodes.Status200OK) =>
        PrivateAsync<MessagePage, MessageView>(request, message, status);

    /// <summary>The answer to a token that is not valid here; says nothing of why.</summary>
    public Task<IActionResult> BadLinkAsync(HttpRequest request) =>
        MessageAsync(request, Messages.BadLink(Frame()), StatusCodes.Status403Forbidden);

    public Task<IActionResult> BadRequestAsync(HttpRequest request, string reason) =>
        MessageAsync(request, Messages.BadRequest(Frame(), reason), StatusCodes.Status400BadRequest);

    public Task<IActionResult> NotFoundAsync(HttpRequest request, string what) =>
        MessageAsync(request, Messages.NotFound(Frame(), what), StatusCodes.Status404NotFound);

    /// <summary>The page that asks a client to wait; null where the request may go on.</summary>
    public async Task<IActionResult?> BusyAsync(HttpRequest request, Limited what)
    {
        if (limits.Wait(request, what) is not { } wait)
        {
            return null;
        }

        HttpResults.RetryAfter(request, wait);
        return await MessageAsync(request, Messages.TooMany(Frame()), StatusCodes.Status429TooManyRequests);
    }

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
