using System.Collections;
using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PaperFunctions.Emulators.Functions;
using PaperFunctions.Functions;

namespace PaperFunctions.Local.Runtime;

/// <summary>Traces, metrics and logs of a local run, sent over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, else not even
/// recorded.</summary>
/// <remarks>These variables, of the standard's own names, are the only ones of the environment that a local run reads.</remarks>
internal static class LocalTelemetry
{
    /// <summary>The <c>OTEL_</c> variables of the environment, as settings.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Environment =>
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(variable => ((string)variable.Key).StartsWith("OTEL_", StringComparison.Ordinal))
        .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value));

    public static IServiceCollection AddLocalTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (Telemetry.IsSet(configuration, Telemetry.OtlpSetting))
        {
            services.AddFlowTelemetry()
                .ConfigureResource(
                    resource => resource.AddAttributes([new("service.name", configuration["OTEL_SERVICE_NAME"] ?? "PaperFunctions")]))
                .WithTracing(traces => traces.AddSource(FunctionsHost.ActivitySource).SetSampler(new WorkSampler()))
                .UseOtlpExporter();
        }

        return services;
    }

    /// <summary>Everything but requests that belong to no work: the host looks at its queues and blobs all the time.</summary>
    private sealed class WorkSampler : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) => new(
            samplingParameters.ParentContext.TraceId == default && samplingParameters.Kind == ActivityKind.Client
                ? SamplingDecision.Drop
                : SamplingDecision.RecordAndSample);
    }
}
