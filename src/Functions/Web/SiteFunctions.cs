using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>The start page, and what all pages load.</summary>
public sealed class SiteFunctions(ErrorBoundary boundary, WebPages pages, Landing landing, RequestLimits limits)
{
    /// <summary>Nothing: an optional part of no length. The host takes an empty route for the function's name.</summary>
    private const string HomeRoute = "{home:maxlength(0)?}";

    [Function(nameof(Home))]
    public Task<IActionResult> Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = HomeRoute)] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Page, async cancellationToken =>
            await pages.PublicAsync<LandingPage, LandingView>(request,
                await landing.ViewAsync(request, new SignUpForm(), cancellationToken)), cancellationToken);

    [Function(nameof(Styles))]
    public IActionResult Styles([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "site.css")] HttpRequest request) =>
        limits.Refuse(request, Limited.File) ?? Asset(request, SiteAssets.Styles);

    [Function(nameof(Script))]
    public IActionResult Script([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "site.js")] HttpRequest request) =>
        limits.Refuse(request, Limited.File) ?? Asset(request, SiteAssets.Script);

    /// <summary>For the platform's probe: the app answers. Strangers read this too, so it tells nothing else.</summary>
    [Function(nameof(Health))]
    public IActionResult Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request) =>
        limits.Refuse(request, Limited.File) ?? HttpResults.Text(request, "healthy", StatusCodes.Status200OK);

    private static FileContentResult Asset(HttpRequest request, SiteAsset asset)
    {
        request.HttpContext.Response.Headers["X-Content-Type-Options"] = "nosniff";
        request.HttpContext.Response.Headers.CacheControl = SiteAssets.Caching;
        return new FileContentResult(asset.Content, asset.ContentType);
    }
}
