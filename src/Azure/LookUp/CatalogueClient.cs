using System.Net;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure.Sources;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>Asks catalogues over HTTP, one request at a time for each; their answers are read as the digests that they are.</summary>
public sealed class CatalogueClient(IHttpClientFactory clients, IOptions<SiteOptions> site, IOptions<LookUpOptions> options,
    TimeProvider clock)
{
    private const int MaxBytes = 8 << 20;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <returns>The papers in the answer; none where the catalogue says that there is nothing (404).</returns>
    /// <exception cref="LookUpException">No usable answer.</exception>
    public async Task<IReadOnlyList<Paper>> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var contact = options.Value.Contact.Length > 0 ? $"; mailto:{options.Value.Contact}" : "";
            request.Headers.TryAddWithoutValidation("User-Agent", $"PaperFunctions (+{site.Value.BaseUrl}{contact})");
            using var response = await clients.CreateClient(nameof(CatalogueClient))
                .SendAsync(request, HttpCompletionOption.ResponseContentRead, limit.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await PapersAsync(response, address, limit.Token),
                HttpStatusCode.NotFound => [],
                _ => throw new LookUpException($"{address.Host} answered {(int)response.StatusCode}.", response.RetryAfter(clock)),
            };
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LookUpException($"{address.Host} did not answer within {Timeout.TotalSeconds:N0} seconds.", cause: e);
        }
        catch (Exception e) when (e is HttpRequestException or (IOException and not LookUpException))
        {
            throw new LookUpException($"{address.Host} could not be asked: {e.Message}", cause: e);
        }
    }

    public static HttpClient Configure(HttpClient client)
    {
        client.MaxResponseContentBufferSize = MaxBytes;
        client.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        return client;
    }

    private async Task<IReadOnlyList<Paper>> PapersAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reading = await DigestReader.OpenAsync(body, new DigestSource(address.Host, clock.GetUtcNow(), null), cancellationToken);
        var papers = new List<Paper>();
        await foreach (var entry in reading.EntriesAsync(cancellationToken))
        {
            papers.Add(entry.Paper);
        }

        return papers;
    }
}
