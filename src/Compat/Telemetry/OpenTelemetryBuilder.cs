using Microsoft.Extensions.DependencyInjection;

namespace OpenTelemetry;

/// <summary>Collects what is exported; what it can do are extensions of its interface.</summary>
public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder
{
    internal OpenTelemetryBuilder(IServiceCollection services) => Services = services;

    public IServiceCollection Services { get; }
}
