using System.ComponentModel;
using System.Diagnostics;

namespace PaperFunctions.Emulators.Azurite;

/// <summary>Runs node and npm, found through PATH.</summary>
internal static class NodeTools
{
    private const int OldestNode = 20;

    /// <summary>Throws with one sentence where node is missing or too old.</summary>
    public static async Task RequireNodeAsync(CancellationToken cancellationToken)
    {
        var (_, output) = await RunAsync(Node("--version"), "node", cancellationToken);
        if (!int.TryParse(output.Trim().TrimStart('v').Split('.')[0], out var major) || major < OldestNode)
        {
            throw new AzuriteException($"Azurite needs Node {OldestNode} or newer, but 'node --version' says '{output.Trim()}'.");
        }
    }

    public static ProcessStartInfo Node(params string[] arguments) => new("node", arguments);

    /// <summary>Installs what the lock file of the folder pins.</summary>
    public static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        // On Windows npm is a batch file, which only the command interpreter starts.
        string[] arguments = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. arguments])
            : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = folder;
        var (code, output) = await RunAsync(start, "npm", cancellationToken);
        if (code != 0)
        {
            throw new AzuriteException($"Installing Azurite failed: 'npm ci' in {folder} ended with code {code}: {Cause(output)}");
        }
    }

    // npm says the cause first, and then at length how to call it.
    private static string Cause(string output)
    {
        const string mark = "npm error";
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var errors = lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..].Trim())
            .Where(line => line.Length > 0);
        return string.Join(" | ", errors.Take(4).DefaultIfEmpty(lines.LastOrDefault() ?? "it said nothing"));
    }

    private static async Task<(int Code, string Output)> RunAsync(ProcessStartInfo start, string tool, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        using var process = StartOrExplain(start, tool);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static Process StartOrExplain(ProcessStartInfo start, string tool)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new AzuriteException($"'{tool}' was not found: install Node {OldestNode} or newer (nodejs.org) and put it on PATH.", e);
        }
    }
}
