using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaperFunctions.Tests.Compat.Worker;

public sealed class UnhostedAppTests
{
    [Fact]
    public async Task An_app_without_the_worker_package_says_how_to_run_it_and_starts_nothing()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddHostedService<Refusing>();
        var (errors, code) = (Console.Error, Environment.ExitCode);
        using var said = new StringWriter();
        try
        {
            Console.SetError(said);
            await builder.Build().RunAsync();
            Assert.Contains("run 'dotnet run --project src/Local'", said.ToString(), StringComparison.Ordinal);
            Assert.Equal(1, Environment.ExitCode);
        }
        finally
        {
            Console.SetError(errors);
            Environment.ExitCode = code;
        }
    }

    [Fact]
    public void Its_services_and_settings_are_those_that_were_given()
    {
        var builder = FunctionsApplication.CreateBuilder(["--Some:Setting=value"]);
        builder.Services.AddSingleton<Refusing>();
        using var app = builder.Build();
        Assert.NotNull(app.Services.GetService<Refusing>());
        Assert.Equal("value", builder.Configuration["Some:Setting"]);
    }

    [Fact]
    public void Triggers_have_the_package_s_defaults()
    {
        Assert.Equal(AuthorizationLevel.Function, new HttpTriggerAttribute().AuthLevel);
        Assert.Equal(AuthorizationLevel.Anonymous, new HttpTriggerAttribute("get").AuthLevel);
        Assert.Equal(BlobTriggerSource.LogsAndContainerScan, new BlobTriggerAttribute("digests/{name}").Source);
    }

    private sealed class Refusing : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing of the app may start.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
