using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PaperFunctions.LocalTests.Compat;

/// <summary>An Azurite of one test class, in memory, on ports that it picks itself.</summary>
public sealed partial class AzuriteProcess : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Dictionary<string, string> addresses = [];
    private Process? process;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={addresses["Blob"]}/{Account};QueueEndpoint={addresses["Queue"]}/{Account};TableEndpoint={TableEndpoint};";

    public Uri TableEndpoint => new($"{addresses["Table"]}/{Account}");

    public async Task InitializeAsync()
    {
        var root = Root();
        await InstallAsync(root);
        process = Start(
            "node",
            root,
            [
                "node_modules/azurite/dist/src/azurite.js", "--silent", "--skipApiVersionCheck", "--inMemoryPersistence", "--disableTelemetry",
                "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            ]);
        while (addresses.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("Azurite ended: " + await process.StandardError.ReadToEndAsync());
            if (Listening().Match(line) is { Success: true } match)
                addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
        }
    }

    public async Task DisposeAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task InstallAsync(string root)
    {
        if (Directory.Exists(Path.Combine(root, "node_modules", "azurite")))
            return;
        using var npm = OperatingSystem.IsWindows() ? Start("cmd", root, ["/c", "npm", "ci"]) : Start("npm", root, ["ci"]);
        _ = await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException("npm ci failed: " + await npm.StandardError.ReadToEndAsync());
    }

    private static Process Start(string command, string folder, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException($"{command} did not start.");

    /// <summary>The folder of package.json, upwards from the tests' own.</summary>
    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "package.json")))
                return folder;
        }

        throw new InvalidOperationException("No package.json above the tests.");
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<address>http://\S+)")]
    private static partial Regex Listening();
}
