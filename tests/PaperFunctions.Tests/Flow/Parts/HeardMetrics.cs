using System.Diagnostics.Metrics;
using PaperFunctions.Flow.Telemetry;

namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>What one flow's meter was told.</summary>
internal sealed class HeardMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tags)> _heard = [];

    public HeardMetrics(MemoryFlow flow)
    {
        var factory = flow.Get<IMeterFactory>();
        _ = flow.Get<FlowMetrics>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlowMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                Names.Add(instrument.Name);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Names of the meter's instruments.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The sum of what was recorded under a name that begins with <c>paperfunctions.</c>, by its tags.</summary>
    public Dictionary<string, double> Of(string name)
    {
        lock (_heard)
        {
            return _heard.Where(h => h.Name == $"paperfunctions.{name}").GroupBy(h => h.Tags)
                .ToDictionary(g => g.Key, g => g.Sum(h => h.Value));
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var written = string.Join(", ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        lock (_heard)
        {
            _heard.Add((instrument.Name, value, written));
        }
    }
}
