using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>An app built without the worker package: it holds the services but has nothing that could deliver triggers.</summary>
/// <remarks>Running it starts none of the app's own services, writes one sentence and leaves a non-zero exit code.</remarks>
internal sealed class UnhostedApplication(IHost host) : IHost
{
    internal const int ExitCode = 1;

    public IServiceProvider Services => host.Services;

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        Console.Error.WriteLine(
            "This build has no Functions worker: run 'dotnet run --project src/Local' instead, or build with -p:AzurePackages=official.");
        Environment.ExitCode = ExitCode;
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Dispose() => host.Dispose();
}
