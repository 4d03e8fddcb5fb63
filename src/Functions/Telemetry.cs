using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using PaperFunctions.Azure;
using PaperFunctions.Flow.Telemetry;

namespace PaperFunctions.Functions;

/// <summary>Where traces, metrics and logs go.</summary>
public static class Telemetry
{
    public const string InsightsSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>The standard's own: https://opentelemetry.io/docs/specs/otel/protocol/exporter/.</summary>
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Outgoing HTTP requests, which .NET itself records: to storage, search and mail. Queries are left out of their
    /// addresses.</summary>
    private const string Requests = "System.Net.Http";

    /// <summary>In Azure: to Application Insights, where it is set, as the app's identity; and to an OTLP endpoint, where one is
    /// set.</summary>
    public static IServiceCollection AddAzureTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // The worker's host keeps some of its lines too, so these are not even written.
        services.AddLogging(logs => logs
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)

            // Warns at every start that keys are not encrypted; this app protects nothing with those keys.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        var telemetry = services.AddFlowTelemetry().UseFunctionsWorkerDefaults();
        if (IsSet(configuration, InsightsSetting))
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.Credential = StorageOptions.Credential(configuration);

                // Whole traces, and all of them: a digest and a batch are few and long.
                options.TracesPerSecond = null;
                options.SamplingRatio = 1;
            });
        }

        if (IsSet(configuration, OtlpSetting))
        {
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    /// <summary>What the flow records, not yet sent anywhere. Of the logs of others only warnings: their lines on requests hold
    /// addresses with subscribers' tokens.</summary>
    public static IOpenTelemetryBuilder AddFlowTelemetry(this IServiceCollection services)
    {
        services.AddLogging(logs => logs
            .AddFilter<OpenTelemetryLoggerProvider>("", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("PaperFunctions", LogLevel.Information)
            .AddFilter<OpenTelemetryLoggerProvider>("Function", LogLevel.Information));
        IOpenTelemetryBuilder telemetry = services.AddOpenTelemetry();
        return telemetry
            .WithTracing(traces => traces.AddSource(FlowActivity.SourceName, Requests))
            .WithMetrics(metrics => metrics.AddMeter(FlowMetrics.MeterName));
    }

    public static bool IsSet(IConfiguration configuration, string setting) => configuration[setting] is { Length: > 0 };
}
