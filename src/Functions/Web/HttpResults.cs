using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Functions.Web.Limits;

namespace PaperFunctions.Functions.Web;

/// <summary>Answers that are not pages.</summary>
internal static class HttpResults
{
    /// <summary>Content with an entity tag; 304 where the client has it already.</summary>
    /// <param name="caching">For Cache-Control.</param>
    public static IActionResult Cacheable(HttpRequest request, string content, string contentType, string caching)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 12))}\"";
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = caching;
        return Has(request, tag)
            ? new StatusCodeResult(StatusCodes.Status304NotModified)
            : new ContentResult { Content = content, ContentType = contentType, StatusCode = StatusCodes.Status200OK };
    }

    /// <summary>After a form: the page to look at next, to be fetched anew (RFC 9110, section 15.4.4).</summary>
    public static IActionResult SeeOther(HttpRequest request, string address)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.Location = address;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }

    /// <summary>Text for nobody to keep.</summary>
    public static ContentResult Text(HttpRequest request, string text, int status)
    {
        Common(request);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return new ContentResult { Content = text, ContentType = "text/plain; charset=utf-8", StatusCode = status };
    }

    /// <summary>The answer, as text, to a client that has to wait; null if the request may go on.</summary>
    public static IActionResult? Refuse(this RequestLimits limits, HttpRequest request, Limited what)
    {
        if (limits.Wait(request, what) is not { } wait)
        {
            return null;
        }

        RetryAfter(request, wait);
        return TooMany(request);
    }

    /// <summary>For programs that have to wait; when, is in Retry-After.</summary>
    public static IActionResult TooMany(HttpRequest request) =>
        Text(request, "Too many requests: please wait a little.", StatusCodes.Status429TooManyRequests);

    /// <summary>When to ask again, in whole seconds, at least one.</summary>
    public static void RetryAfter(HttpRequest request, TimeSpan wait) =>
        request.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString();

    /// <summary>Headers of what is neither page nor style.</summary>
    public static void Common(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers["X-Content-Type-Options"] = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
    }

    // RFC 9110, section 13.1.2: a list of tags, compared weakly.
    private static bool Has(HttpRequest request, string tag) => request.Headers.IfNoneMatch
        .SelectMany(line => (line ?? "").Split(','))
        .Select(one => one.Trim())
        .Any(one => one == "*" || one == tag || one == $"W/{tag}");
}
