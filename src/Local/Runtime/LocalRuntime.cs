using PaperFunctions.Azure;
using PaperFunctions.Emulators.Azurite;
using PaperFunctions.Emulators.Functions;
using PaperFunctions.Emulators.Functions.Settings;
using PaperFunctions.Emulators.SendGrid;
using PaperFunctions.Functions;

namespace PaperFunctions.Local.Runtime;

/// <summary>The whole product on this machine: storage emulator, search, mail capture, and the functions in this process.</summary>
public sealed class LocalRuntime : IAsyncDisposable
{
    private readonly AzuriteServer _azurite;
    private readonly WebApplication _emulators;
    private readonly WebApplication _app;
    private readonly FunctionsHost _functions;

    private LocalRuntime(
        AzuriteServer azurite, WebApplication emulators, MailCapture mail,
            WebApplication app, FunctionsHost functions, LocalAddresses addresses, LocalSecrets secrets)
    {
        (_azurite, _emulators, Mail, _app, _functions, Addresses, Secrets) = (azurite, emulators, mail, app, functions, addresses, secrets);
    }

    public LocalAddresses Addresses { get; }

    public LocalSecrets Secrets { get; }

    /// <summary>The app's own services.</summary>
    public IServiceProvider Services => _app.Services;

    public FunctionsHost Functions => _functions;

    /// <summary>The mail that was sent, and how the next sending goes wrong.</summary>
    public MailCapture Mail { get; }

    /// <summary>Completes when the storage emulator has ended; without it nothing goes on.</summary>
    public Task StorageExited => _azurite.Exited;

    /// <summary>Addresses of people and keys are in it: it is for its owner alone, also where an earlier release made it.</summary>
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(folder, Owner);
            File.SetUnixFileMode(folder, Owner);
        }
    }

    /// <summary>Starts everything; what was started is stopped again when a later part fails.</summary>
    /// <exception cref="LocalStartException">One sentence: what could not be started, and what to do.</exception>
    public static async Task<LocalRuntime> StartAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        if (File.Exists(options.DataFolder))
        {
            throw new LocalStartException($"{options.DataFolder} is a file: name a folder with --data.");
        }

        MakeFolder(options.DataFolder);
        var secrets = LocalSecrets.ReadOrMake(options.DataFolder);
        options.Progress?.Invoke("Starting the storage emulator");
        var azurite = await StartAzuriteAsync(options, cancellationToken);
        WebApplication? emulators = null;
        try
        {
            options.Progress?.Invoke("Starting search and the mail capture");
            var web = new Uri($"http://127.0.0.1:{LocalWeb.PortOrAny(options.Port)}");
            (emulators, var mail) = await LocalEmulators.StartAsync(options, web, secrets, cancellationToken);
            var addresses = LocalEmulators.AddressesOf(emulators, web, azurite.ConnectionString) with { Sources = options.Sources };
            options.Progress?.Invoke("Starting the functions");
            var (app, functions) = await StartAppAsync(options, addresses, secrets, cancellationToken);
            return new LocalRuntime(azurite, emulators, mail, app, functions, addresses, secrets);
        }
        catch
        {
            if (emulators is not null)
            {
                await emulators.DisposeAsync();
            }

            await azurite.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _functions.DisposeAsync();
        await _app.DisposeAsync();
        await _emulators.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    private static async Task<AzuriteServer> StartAzuriteAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        var azurite = new AzuriteOptions
        {
            DataFolder = Path.Combine(options.DataFolder, "storage"),
            LogFile = Path.Combine(options.DataFolder, "azurite.log"),
        };
        return await AzuriteServer.StartAsync(azurite, options.Progress, cancellationToken);
    }

    private static async Task<(WebApplication App, FunctionsHost Functions)> StartAppAsync(
        LocalOptions options, LocalAddresses addresses, LocalSecrets secrets, CancellationToken cancellationToken)
    {
        var builder = LocalWeb.NewBuilder(new Uri(addresses.Web), options.ShowLog);
        builder.Configuration.AddInMemoryCollection(LocalTelemetry.Environment)
            .AddInMemoryCollection(LocalSettings.For(addresses, secrets)).AddInMemoryCollection(options.Settings);
        builder.Services.AddLocal(addresses).AddLocalTelemetry(builder.Configuration);
        options.Configure?.Invoke(builder.Services);
        FunctionsHost.AddServices(builder.Services);
        var app = builder.Build();
        try
        {
            await app.Services.GetRequiredService<StorageSetup>().RunAsync(cancellationToken);
            var functions = FunctionsHost.Create(typeof(DigestFunctions).Assembly, app.Services, new FunctionsHostOptions
            {
                RunTimers = options.RunTimers,
                FunctionKey = secrets.FunctionKey,
                HostJson = options.HostJson ?? FunctionsHostOptions.OwnHostJson,
            });
            LocalWeb.UseOperatorAddress(app);
            functions.MapTo(app);
            LocalWeb.MapProduct(app, addresses, secrets);
            await LocalWeb.StartAsync(app, "--port", cancellationToken);
            await functions.StartAsync(cancellationToken);
            return (app, functions);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}

/// <summary>The product could not be started; the message says why and what to do.</summary>
public sealed class LocalStartException(string message, Exception? cause = null) : Exception(message, cause);
