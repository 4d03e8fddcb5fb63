using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure.Sources;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>Asks catalogues over HTTP; their answers are read as the digests that they are.</summary>
public sealed class CatalogueClient(IHttpClientFactory clients, IOptions<SiteOptions> site, IOptions<LookUpOptions> options,
    TimeProvider clock)
{
    private const int MaxBytes = 8 << 20;

    /// <summary>For one request with its answer.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <returns>The papers in the answer; none where the catalogue says that there is nothing (404).</returns>
    /// <exception cref="LookUpException">No usable answer.</exception>
    public async Task<IReadOnlyList<Paper>> ReadAsync(CatalogueRequest request, CancellationToken cancellationToken)
    {
        var host = new Uri(request.Address).Host;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var message = Message(request);
            using var response = await clients.CreateClient(nameof(CatalogueClient)).SendAsync(message,
                HttpCompletionOption.ResponseContentRead, limit.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await PapersAsync(response, host, limit.Token),
                HttpStatusCode.NotFound => [],
                _ => throw new LookUpException($"{host} answered {(int)response.StatusCode}.", response.RetryAfter(clock)),
            };
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LookUpException($"{host} did not answer within {Limit.TotalSeconds:N0} seconds.", cause: e);
        }
        catch (Exception e) when (e is HttpRequestException or (IOException and not LookUpException))
        {
            throw new LookUpException($"{host} could not be asked: {e.Message}", cause: e);
        }
    }

    public static HttpClient Configure(HttpClient client)
    {
        client.MaxResponseContentBufferSize = MaxBytes;
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    private HttpRequestMessage Message(CatalogueRequest request)
    {
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, request.Address);
        var contact = options.Value.Contact is { Length: > 0 } address ? $"; mailto:{address}" : "";
        message.Headers.TryAddWithoutValidation("User-Agent", $"PaperFunctions (+{site.Value.BaseUrl}{contact})");
        if (request.KeyHeader.Value.Length > 0)
        {
            message.Headers.TryAddWithoutValidation(request.KeyHeader.Name, request.KeyHeader.Value);
        }

        message.Content = request.Body is { } body ? new StringContent(body, Encoding.UTF8, "application/json") : null;
        return message;
    }

    private async Task<IReadOnlyList<Paper>> PapersAsync(HttpResponseMessage response, string host, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType is "text/html")
        {
            throw new LookUpException($"{host} answered with a web page instead of data.");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reading = await DigestReader.OpenAsync(body, new DigestSource(host, clock.GetUtcNow(), null), cancellationToken);
        var papers = new List<Paper>();
        await foreach (var entry in reading.EntriesAsync(cancellationToken))
        {
            papers.Add(entry.Paper);
        }

        return papers;
    }
}
