using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.Kills;

/// <summary>The process that is killed: the whole product under a clock that can be moved. It ends when its standard input does.</summary>
internal static class Program
{
    private static readonly TimeSpan TimerEvery = TimeSpan.FromSeconds(2);

    /// <param name="args">Data folder, port of the pages, port of the mail.</param>
    public static async Task<int> Main(string[] args)
    {
        if (args.Length != 3)
        {
            await Console.Error.WriteLineAsync("This is started by the benchmark 'kills' and by a test; it does nothing by itself.");
            return 2;
        }

        using var stopping = new CancellationTokenSource();
        await using var product = await LocalRuntime.StartAsync(OptionsOf(args), stopping.Token);
        Console.WriteLine(JsonSerializer.Serialize(new Ready(product.Addresses, product.Secrets)));
        var timer = RepeatAsync(product, stopping.Token);
        await ObeyAsync(product, stopping.Token);
        await stopping.CancelAsync();
        await timer;
        return 0;
    }

    private static LocalOptions OptionsOf(string[] args) => new()
    {
        DataFolder = args[0],
        Port = int.Parse(args[1], CultureInfo.InvariantCulture),
        MailPort = int.Parse(args[2], CultureInfo.InvariantCulture),
        RunTimers = false,
        MailEvents = true,
        Configure = services => services.AddSingleton<TimeProvider>(new MovedClock(args[0])),
    };

    /// <summary>The hour strikes often: a moved clock may have passed it at any moment.</summary>
    private static async Task RepeatAsync(LocalRuntime product, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await RunAsync(product, "OnHour", cancellationToken);
                await Task.Delay(TimerEvery, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The ordinary end.
        }
    }

    /// <summary>Each line names a timer function that is run now.</summary>
    private static async Task ObeyAsync(LocalRuntime product, CancellationToken cancellationToken)
    {
        while (await Console.In.ReadLineAsync(cancellationToken) is { } function)
        {
            await RunAsync(product, function, cancellationToken);
        }
    }

    /// <summary>Runs a timer function; what goes wrong is told, and the next run comes all the same.</summary>
    private static async Task RunAsync(LocalRuntime product, string function, CancellationToken cancellationToken)
    {
        try
        {
            var run = await product.Functions.RunNowAsync(function, cancellationToken);
            await (run.Succeeded ? Task.CompletedTask : Console.Error.WriteLineAsync($"{function} failed: {run}"));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{function}: {e}");
        }
    }
}

/// <summary>What the process says when it is ready.</summary>
internal sealed record Ready(LocalAddresses Addresses, LocalSecrets Secrets);
