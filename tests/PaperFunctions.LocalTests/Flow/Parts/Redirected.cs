namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>Sends every request to the test's own server, which still sees the host that was asked for.</summary>
internal sealed class Redirected(Uri to) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Host = request.RequestUri!.Host;
        request.RequestUri = new Uri(to, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
