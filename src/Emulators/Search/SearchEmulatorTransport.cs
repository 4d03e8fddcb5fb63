using Azure.Core;
using Azure.Core.Pipeline;

namespace PaperFunctions.Emulators.Search;

/// <summary>
/// Carries requests for one reserved https host to a plain http port of this machine, because the search client refuses http
/// addresses. Any other host is refused, so that a test can't reach the network by mistake.
/// </summary>
public sealed class SearchEmulatorTransport : HttpPipelineTransport, IDisposable
{
    /// <summary>The host that stands for the local service. Names under <c>localhost</c> never leave the machine (RFC 6761).</summary>
    public static readonly Uri Endpoint = new("https://search.paperfunctions.localhost");

    private readonly HttpClientTransport _inner = new();
    private readonly Uri _target;

    /// <param name="target">Where the local service listens, such as <c>http://127.0.0.1:7073</c>; must be loopback.</param>
    public SearchEmulatorTransport(Uri target)
    {
        if (!target.IsLoopback)
        {
            throw new ArgumentException(
                $"The local search service must listen on this machine; {target} does not name it.", nameof(target));
        }

        _target = target;
    }

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Redirect(message.Request);
        _inner.Process(message);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Redirect(message.Request);
        return _inner.ProcessAsync(message);
    }

    public void Dispose() => _inner.Dispose();

    private void Redirect(Request request)
    {
        var host = request.Uri.Host;
        if (host == _target.Host && request.Uri.Port == _target.Port)
        {
            return; // A retry of a request that was redirected before.
        }

        if (!string.Equals(host, Endpoint.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"Only {Endpoint.Host} is served on this machine; the request went to {host}.");
        }

        request.Uri.Scheme = _target.Scheme;
        request.Uri.Host = _target.Host;
        request.Uri.Port = _target.Port;
    }
}
