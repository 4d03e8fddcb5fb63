#nullable disable
using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>How Application Insights is reached and how much it gets.</summary>
public class AzureMonitorExporterOptions : ClientOptions
{
    public TokenCredential Credential { get; set; }

    /// <summary>Share of the traces that are kept, 0 to 1.</summary>
    public float SamplingRatio { get; set; } = 1;

    /// <summary>Most traces a second; goes before the ratio unless it is null.</summary>
    public double? TracesPerSecond { get; set; } = 5;
}
