using System.CommandLine;
using Azure;
using Azure.Identity;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Local.Azurite;
using PaperFunctions.Local.Demo;
using PaperFunctions.Local.Host;
using PaperFunctions.Local.Running;

namespace PaperFunctions.Local.Verbs;

/// <summary>The verbs, and the way errors are told: one sentence, no stack trace.</summary>
internal static class CommandLine
{
    /// <summary>Time to end after Ctrl+C: running functions get ten seconds, then the storage emulator writes its files.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        // What is printed may hold any paper's letters, whatever the console's own encoding.
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var root = UpVerb.CreateRoot();
        foreach (var verb in new[]
        {
            UpVerb.Create(), DemoVerb.Create(), ParseVerb.Create(), RankVerb.Create(),
            DropVerb.Create(), SearchVerb.Create(), SendVerb.Create(), StatusVerb.Create(), BackupVerb.Create(), RestoreVerb.Create(),
        })
        {
            root.Subcommands.Add(verb);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("See --help.");
            return ExitCode.WrongUse;
        }

        return await GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = StopWithin,
        }));
    }

    private static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCode.FellShort;
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return ExitCode.FellShort;
        }
    }

    /// <summary>What a known failure says of itself; others are faults of ours and keep their trace.</summary>
    private static string? Sentence(Exception e) => e switch
    {
        _ when SettingFaults.Of(e) is { } faults => string.Join(Environment.NewLine, faults),
        LocalStartException or AzuriteException or LocalFunctionsException or NotRunningException or DemoException => e.Message,
        IOException or UnauthorizedAccessException or InvalidDataException => e.Message,
        AuthenticationFailedException => $"Nobody is signed in to Azure: run az login. ({e.Message.Split('\n', 2)[0].Trim()})",
        RequestFailedException or HttpRequestException => $"A service did not answer as expected: {e.Message.Split('\n', 2)[0].Trim()}",
        AggregateException all when all.Flatten().InnerExceptions.Select(Sentence).ToArray() is var sentences && !sentences.Contains(null) =>
            string.Join(Environment.NewLine, sentences.Distinct()),
        _ => null,
    };
}
