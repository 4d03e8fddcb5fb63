using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Emulators.Functions.Execution;
using PaperFunctions.Emulators.Functions.Http;
using PaperFunctions.Emulators.Functions.Settings;

namespace PaperFunctions.Emulators.Functions;

/// <summary>Hosts the functions of an assembly in this process: HTTP on Kestrel, blobs and queues by polling, timers by the clock,
/// with the semantics of Azure's host and isolated worker.</summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    /// <summary>Name of the source of a span for each run.</summary>
    public const string ActivitySource = FunctionInvoker.SourceName;

    // Functions that were cancelled get this long to end.
    private static readonly TimeSpan AfterCancel = TimeSpan.FromSeconds(5);

    private readonly FunctionsHostOptions _options;
    private readonly ILogger _logger;
    private readonly FunctionInvoker _invoker;
    private readonly HttpFunctions _http;
    private readonly Listeners _listeners;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _execution;
    private Task _working = Task.CompletedTask;

    private FunctionsHost(HostPlan plan, IServiceProvider services, FunctionsHostOptions options)
    {
        var loggers = services.GetRequiredService<ILoggerFactory>();
        (_options, _execution) = (options, new CancellationTokenSource());
        _logger = loggers.CreateLogger("Host");
        _invoker = new FunctionInvoker(services, loggers);
        _listeners = new Listeners(plan, options, _invoker, _logger);
        _http = new HttpFunctions(
            plan.Of<HttpTriggerAttribute>(), plan.HostJson.RoutePrefix, new HttpRunner(_invoker, options.FunctionKey, _execution.Token));
        FunctionNames = [.. plan.Functions.Select(function => function.Name)];
        // A function that ran may have sent messages.
        _invoker.Ran += run =>
        {
            _listeners.NudgeQueues();
            Ran?.Invoke(run);
        };
    }

    /// <summary>Raised after each run, on the thread that ran it; handlers must be quick.</summary>
    public event Action<FunctionRun>? Ran;

    public IReadOnlyList<string> FunctionNames { get; }

    /// <summary>Functions running at this moment.</summary>
    public int Running => _invoker.Running;

    /// <summary>Adds what results of HTTP functions need, as <c>ConfigureFunctionsWebApplication</c> does in Azure.</summary>
    public static void AddServices(IServiceCollection services) => services.AddMvcCore();

    /// <summary>Reads the app and checks it; nothing runs yet.</summary>
    /// <param name="app">The assembly with the functions.</param>
    /// <param name="services">The app's services, with <c>IConfiguration</c> and logging, and with <see cref="AddServices"/>.</param>
    /// <exception cref="FunctionsHostException">All problems, one sentence each.</exception>
    public static FunctionsHost Create(Assembly app, IServiceProvider services, FunctionsHostOptions? options = null) =>
        Create(app.GetTypes(), services, options);

    /// <inheritdoc cref="Create(Assembly, IServiceProvider, FunctionsHostOptions?)"/>
    /// <param name="types">The classes with the functions.</param>
    internal static FunctionsHost Create(IEnumerable<Type> types, IServiceProvider services, FunctionsHostOptions? options = null)
    {
        options ??= new FunctionsHostOptions();
        return new FunctionsHost(HostPlan.Read(types, services, options), services, options);
    }

    /// <summary>Adds the HTTP functions to a web application that has not started.</summary>
    public void MapTo(WebApplication app) => _http.MapTo(app);

    /// <summary>Starts to look at blobs, queues and the clock.</summary>
    /// <exception cref="FunctionsHostException">The storage account does not answer.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _listeners.PrepareAsync(cancellationToken);
        _working = _listeners.RunAsync(_stopping.Token, _execution.Token);
    }

    /// <summary>Looks at all containers and queues now, without waiting for the next round.</summary>
    public void Nudge() => _listeners.Nudge();

    /// <summary>Runs a timer function once, now; not while a run of it is under way.</summary>
    /// <returns>How it went; what it threw is in the result.</returns>
    /// <exception cref="ArgumentException">The app has no timer function of that name.</exception>
    public async Task<FunctionRun> RunNowAsync(string function, CancellationToken cancellationToken = default)
    {
        var timer = _listeners.Timers.FirstOrDefault(timer => timer.Name.Equals(function, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"There is no timer function '{function}'; there are: {string.Join(", ", _listeners.Timers.Select(timer => timer.Name))}.",
                    nameof(function));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _execution.Token);
        return await timer.RunOnceAsync(pastDue: false, ended.Token);
    }

    /// <summary>Takes no new work, lets running functions end within the grace, then cancels them.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (!await EndsWithin(_options.StopGrace))
        {
            Log.CancelledAtStop(_logger, Running, _options.StopGrace.TotalSeconds);
            await _execution.CancelAsync();
            await EndsWithin(AfterCancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _execution.CancelAsync();
        _listeners.Dispose();
    }

    private async Task<bool> EndsWithin(TimeSpan limit)
    {
        var inTime = Task.Delay(limit);
        return await Task.WhenAny(_working, inTime) != inTime;
    }
}
