using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Sources;
using PaperFunctions.Flow.Subscribers.Links;

namespace PaperFunctions.Azure.Sources;

/// <summary>Fetches over https: conditional, bounded in time and size, redirects checked one by one.</summary>
public sealed class SourceClient(IHttpClientFactory clients, IOptions<SiteOptions> site, TimeProvider clock) : ISourceClient
{
    private const int MaxRedirects = 5;

    /// <summary>For one fetch with all its redirects and its body.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public async Task<SourceAnswer?> GetAsync(Uri address, SourceState known, int maxBytes, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var response = await FollowAsync(address, known, limit.Token);
            return response.StatusCode == HttpStatusCode.NotModified ? null : await ReadAsync(response, maxBytes, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceException($"{address.Host} did not answer within {Timeout.TotalSeconds:N0} seconds.", cause: e);
        }
        catch (Exception e) when (e is HttpRequestException or (IOException and not SourceException) or InvalidDataException)
        {
            throw new SourceException($"{address.Host} could not be read: {e.Message}", cause: e);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, SourceState known, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(nameof(SourceClient));
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var request = Request(address, known);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotModified)
            {
                return response;
            }

            using (response)
            {
                address = NextOf(response, address);
            }
        }

        throw new SourceException($"{address.Host} redirects more than {MaxRedirects} times.");
    }

    private HttpRequestMessage Request(Uri address, SourceState known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", $"PaperFunctions (+{site.Value.BaseUrl})");
        request.Headers.Accept.ParseAdd("application/atom+xml, application/rss+xml, application/json, text/*;q=0.9, */*;q=0.5");
        if (known.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
        {
            request.Headers.IfNoneMatch.Add(parsed);
        }

        request.Headers.IfModifiedSince = known.LastModified;
        return request;
    }

    private Uri NextOf(HttpResponseMessage response, Uri from)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
        {
            throw new SourceException($"{from.Host} answered {(int)response.StatusCode} ({response.ReasonPhrase}).",
                response.RetryAfter(clock));
        }

        var to = new Uri(from, location);
        return to.Scheme == Uri.UriSchemeHttps
            ? to
            : throw new SourceException($"{from.Host} redirects to {to.Scheme}://{to.Host}, and only https is followed.");
    }

    private static async Task<SourceAnswer> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (kept.Length + read > maxBytes)
            {
                throw new SourceException(
                    $"The answer is longer than {maxBytes / (1024.0 * 1024):0.#} MiB. Choose an address that gives a smaller list.");
            }

            kept.Write(buffer, 0, read);
        }

        return kept.Length > 0
            ? new SourceAnswer(kept.ToArray(), response.Content.Headers.ContentType?.MediaType, response.Headers.ETag?.ToString(),
                response.Content.Headers.LastModified)
            : throw new SourceException("The answer is empty.");
    }
}
