using System.CommandLine;
using Azure;
using Azure.Identity;
using PaperFunctions.Emulators.Azurite;
using PaperFunctions.Emulators.Functions;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Local.Demo;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.Local.Verbs;

/// <summary>The verbs, and how errors are reported: in one sentence, without a stack trace.</summary>
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
            DropVerb.Create(), SearchVerb.Create(), SendVerb.Create(), StatusVerb.Create(), SourcesVerb.Create(), BackupVerb.Create(),
            RestoreVerb.Create(),
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
        catch (OperationCanceledException e) when (e.InnerException is not TimeoutException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCode.FellShort;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(Sentence(e) ?? Unexpected(e));
            return ExitCode.FellShort;
        }
    }

    /// <summary>An error of our own: its stack trace goes into a file, for a report.</summary>
    internal static string Unexpected(Exception e)
    {
        var file = Path.Combine(Path.GetTempPath(), $"paperfunctions-error-{DateTime.UtcNow:yyyyMMddTHHmmss}.txt");
        File.WriteAllText(file, e.ToString());
        return $"This should not happen: {FirstLine(e).TrimEnd('.')}. Please report it, with {file}.";
    }

    private static string FirstLine(Exception e) => e.Message.Split('\n', 2)[0].Trim();

    /// <summary>What there is to say about a known failure; null for an error of our own.</summary>
    internal static string? Sentence(Exception e) => e switch
    {
        _ when SettingFaults.Of(e) is { } faults => string.Join(Environment.NewLine, faults),
        LocalStartException or AzuriteException or FunctionsHostException or NotRunningException or DemoException => e.Message,
        IOException or UnauthorizedAccessException or InvalidDataException => e.Message,
        AuthenticationFailedException => $"Nobody is signed in to Azure: run az login. ({FirstLine(e)})",
        RequestFailedException or HttpRequestException => $"A service did not answer as expected: {FirstLine(e)}",
        OperationCanceledException => $"A service took too long to answer: {FirstLine(e)}",
        AggregateException all when all.Flatten().InnerExceptions.Select(Sentence)
            .ToArray() is var sentences && !sentences.Contains(null) =>
            string.Join(Environment.NewLine, sentences.Distinct()),
        _ => null,
    };
}
