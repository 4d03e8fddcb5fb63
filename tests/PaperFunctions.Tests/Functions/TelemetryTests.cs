using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Trace;
using PaperFunctions.Functions;

namespace PaperFunctions.Tests.Functions;

public class TelemetryTests
{
    private static readonly Dictionary<string, string?> InAzure = new()
    {
        ["AzureWebJobsStorage:clientId"] = "00000000-0000-0000-0000-000000000001",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=00000000-0000-0000-0000-000000000000",
    };

    [Fact]
    public void Application_Insights_gets_every_trace_as_the_apps_identity()
    {
        var options = Options(InAzure);
        Assert.IsType<ManagedIdentityCredential>(options.Credential);
        Assert.Equal((null, 1f), (options.TracesPerSecond, options.SamplingRatio));
    }

    [Fact]
    public void Without_Application_Insights_nothing_is_set_up_for_it() => Assert.Null(Options([]).Credential);

    [Fact]
    public void What_the_flow_records_is_listened_to()
    {
        using var services = Services([]);
        Assert.NotNull(services.GetService<TracerProvider>());
        Assert.NotNull(services.GetService<OpenTelemetry.Metrics.MeterProvider>());
    }

    private static AzureMonitorExporterOptions Options(Dictionary<string, string?> settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddAzureTelemetry(configuration).BuildServiceProvider();
    }
}
