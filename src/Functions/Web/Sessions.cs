using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>Knows the reader of a page: by a signed link, and on the pages after it by a cookie for this purpose alone.</summary>
public sealed class Sessions(LinkAuthenticator authenticator, SubscriberLinks links, IOptions<SiteOptions> site, TimeProvider clock)
{
    private readonly bool _isSecure = site.Value.BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Browsers take a cookie of this prefix only from https, for the whole site and for no other host.</summary>
    private string Name => _isSecure ? "__Host-reader" : "reader";

    /// <summary>Finds out who reads, before a page is made. A link in the address starts a session.</summary>
    public async Task OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var known = await ByCookieAsync(request, cancellationToken);
        var linked = await ByLinkAsync(request.Query(Pages.Web.FieldNames.Token), cancellationToken);
        if (linked is not null && HttpMethods.IsGet(request.Method)
            && (known?.Subscriber.Id != linked.Subscriber.Id || known.MailedAt < linked.MailedAt))
        {
            Start(request, linked.Subscriber, linked.MailedAt);
        }

        Readers.Set(request, linked ?? known);
    }

    /// <summary>The reader whom the posted form names by its token; where it has none, the one of the session.</summary>
    public async Task<Reader?> PostedAsync(HttpRequest request, IFormCollection? form, CancellationToken cancellationToken)
    {
        if (request.Token(form) is { Length: > 0 } token)
        {
            var opened = await authenticator.OpenAsync(token, LinkPurpose.Manage, cancellationToken);
            Readers.Set(request, opened is null ? null : new Reader(opened.Subscriber, token, SubscriberLinks.MailedAt(opened.Link)));
        }

        return request.Reader();
    }

    /// <param name="mailedAt">When the mail was sent whose link proves who it is.</param>
    public Reader Start(HttpRequest request, Subscriber subscriber, DateTimeOffset mailedAt)
    {
        var (token, expires) = links.Session(subscriber, mailedAt);
        request.HttpContext.Response.Cookies.Append(Name, token, Options(expires - clock.GetUtcNow()));
        var reader = new Reader(subscriber, "", mailedAt);
        Readers.Set(request, reader);
        return reader;
    }

    public void End(HttpRequest request)
    {
        request.HttpContext.Response.Cookies.Append(Name, "", Options(TimeSpan.Zero));
        Readers.Set(request, null);
    }

    private CookieOptions Options(TimeSpan life) =>
        new() { HttpOnly = true, Secure = _isSecure, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };

    private async Task<Reader?> ByLinkAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length == 0)
        {
            return null;
        }

        if (await authenticator.OpenAsync(token, LinkPurpose.Manage, cancellationToken) is { } own)
        {
            return new Reader(own.Subscriber, token, SubscriberLinks.MailedAt(own.Link));
        }

        return await authenticator.OpenAsync(token, LinkPurpose.Vote, cancellationToken) is { } vote
            && links.Beside(vote.Link, LinkPurpose.Manage) is { } beside
                ? new Reader(vote.Subscriber, beside, SubscriberLinks.MailedAt(vote.Link))
                : null;
    }

    private async Task<Reader?> ByCookieAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Another site's form brings no cookie with SameSite=Lax; where the browser says whose form it is, it must be ours too.
        var isForeign = !HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Site"].FirstOrDefault() is "cross-site"
            or "same-site";
        if (isForeign || request.Cookies[Name] is not { Length: > 0 } cookie
            || await authenticator.OpenAsync(cookie, LinkPurpose.Session, cancellationToken) is not { Link.MailedAt: { } mailedAt } opened)
        {
            return null;
        }

        if (HttpMethods.IsGet(request.Method) && opened.Link.Expires - clock.GetUtcNow() < SubscriberLinks.SessionLife / 2)
        {
            Start(request, opened.Subscriber, mailedAt);
        }

        return new Reader(opened.Subscriber, "", mailedAt);
    }
}
