using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PaperFunctions.Emulators.Azurite;

/// <summary>The emulator's command line, and the wait until it listens.</summary>
internal static partial class AzuriteLaunch
{
    public static ProcessStartInfo StartInfo(string script, AzuriteOptions options)
    {
        string[] place = options.DataFolder is { } folder ? ["--location", Path.GetFullPath(folder)] : ["--inMemoryPersistence"];
        var start = NodeTools.Node(
            [
                "-e", AzuriteGuard.Script, "--", script, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
                "--blobPort", $"{options.BlobPort}", "--queuePort", $"{options.QueuePort}", "--tablePort", $"{options.TablePort}",
                .. place,
            ]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        // In memory, Azurite still writes a debug file or two where it stands.
        start.WorkingDirectory = options.DataFolder is { } data ? Path.GetFullPath(data) : Path.GetTempPath();
        return start;
    }

    public static async Task<AzuritePorts> ReadyAsync(
        Process process, AzuriteOutput output, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        var ended = process.WaitForExitAsync(limit.Token);
        await Task.WhenAny(output.Ready, ended);
        cancellationToken.ThrowIfCancellationRequested();
        if (output.Ready.IsCompletedSuccessfully)
        {
            return await output.Ready;
        }

        throw new AzuriteException(Reason(process, output.Last, timeout));
    }

    private static string Reason(Process process, string last, TimeSpan timeout) => !process.HasExited
        ? $"Azurite did not listen within {timeout.TotalSeconds:0} s: {last}"
        : TakenPort().Match(last) is { Success: true } taken
            ? $"Port {taken.Groups["port"].Value} on 127.0.0.1 is taken by another program: stop it, or choose another port."
            : $"Azurite ended at once with code {process.ExitCode}: {last}";

    [GeneratedRegex(@"EADDRINUSE.*:(?<port>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex TakenPort();
}
