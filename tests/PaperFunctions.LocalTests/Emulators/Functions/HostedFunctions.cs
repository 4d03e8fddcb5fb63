using PaperFunctions.Emulators.Functions.Settings;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperFunctions.Emulators.Functions;
using PaperFunctions.LocalTests.Emulators.Functions.Samples;

namespace PaperFunctions.LocalTests.Emulators.Functions;

/// <summary>Sample functions running over the shared emulator and on a port of their own.</summary>
internal sealed class HostedFunctions : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostedFunctions(WebApplication app, FunctionsHost host, Names names, string connection)
    {
        (_app, Host, Names) = (app, host, names);
        Blobs = new BlobServiceClient(connection);
        Queues = new QueueServiceClient(connection, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FunctionsHost Host { get; }

    public Names Names { get; }

    public Recorder Recorder => _app.Services.GetRequiredService<Recorder>();

    public BlobServiceClient Blobs { get; }

    public BlobContainerClient Container => Blobs.GetBlobContainerClient(Names.Container);

    public QueueServiceClient Queues { get; }

    public QueueClient Queue => Queues.GetQueueClient(Names.Queue);

    public HttpClient Http { get; }

    public static async Task<HostedFunctions> StartAsync(AzuriteFixture azurite, IEnumerable<Type> functions, Setup? setup = null)
    {
        setup ??= new Setup();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(setup.Settings(azurite.ConnectionString));
        builder.Services.AddSingleton<Recorder>();
        FunctionsHost.AddServices(builder.Services);
        var app = builder.Build();
        var host = FunctionsHost.Create(functions, app.Services, setup.Options);
        host.MapTo(app);
        await app.StartAsync();
        await host.StartAsync();
        return new HostedFunctions(app, host, setup.Names, azurite.ConnectionString);
    }

    /// <summary>The body of the next message in a queue, waited for up to a minute.</summary>
    public async Task<string> TakeAsync(string queue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var client = Queues.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync(cancellationToken: limit.Token);
        while (true)
        {
            if ((await client.ReceiveMessageAsync(cancellationToken: limit.Token)).Value is { } message)
            {
                return message.Body.ToString();
            }

            await Task.Delay(50, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Recorder.Gate.TrySetResult();
        Http.Dispose();
        await Host.DisposeAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>Names of one test's container, queue and host.</summary>
internal sealed record Names(string Container, string Queue, string HostId)
{
    public static Names New() => new(AzuriteFixture.UniqueName(), AzuriteFixture.UniqueName(), AzuriteFixture.UniqueName());
}

/// <summary>How one test's host is set up.</summary>
internal sealed record Setup
{
    public const string Key = "local-test-key";

    public Names Names { get; init; } = Names.New();

    public string HostJson { get; init; } = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""";

    public string Schedule { get; init; } = "* * * * * *";

    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    public FunctionsHostOptions Options
    {
        get
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "host-json"));
            var file = Path.Combine(folder.FullName, $"{Names.HostId}.json");
            File.WriteAllText(file, HostJson);
            return new FunctionsHostOptions
            {
                HostJson = file,
                HostId = Names.HostId,
                FunctionKey = Key,
                PollingInterval = TimeSpan.FromMilliseconds(200),
                BlobRetryDelay = TimeSpan.FromMilliseconds(10),
                MessageLease = Lease,
                StopGrace = StopGrace,
            };
        }
    }

    public Dictionary<string, string?> Settings(string connection) => new()
    {
        ["AzureWebJobsStorage"] = connection,
        ["Container"] = Names.Container,
        ["Queue"] = Names.Queue,
        ["Schedule"] = Schedule,
    };
}
