using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PaperFunctions.Benchmarks.Flow;

/// <summary>Counts the HTTP requests that this process sends, by service and method, from what the runtime itself measures.</summary>
internal sealed class RequestCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<int, string> _services;

    /// <param name="services">What listens on which port.</param>
    public RequestCount(Dictionary<int, string> services)
    {
        _services = services;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Add(tags));
        _listener.Start();
    }

    public ConcurrentDictionary<string, int> Counts { get; } = new();

    public void Dispose() => _listener.Dispose();

    private void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (port, method) = (0, "");
        foreach (var (name, value) in tags)
        {
            port = name == "server.port" && value is int number ? number : port;
            method = name == "http.request.method" ? $"{value}" : method;
        }

        Counts.AddOrUpdate($"{_services.GetValueOrDefault(port, "other")} {method}", 1, (_, count) => count + 1);
    }
}
