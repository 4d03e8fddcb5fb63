using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PaperFunctions.Emulators.Azurite;

namespace PaperFunctions.LocalTests.Emulators.Azurite;

public sealed class AzuriteServerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azurite-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Blobs_queues_and_tables_answer_once_it_has_started()
    {
        var log = Path.Combine(_folder.FullName, "logs", "azurite.log");
        await using (var server = await AzuriteServer.StartAsync(new AzuriteOptions { LogFile = log }))
        {
            await new BlobServiceClient(server.ConnectionString).GetPropertiesAsync();
            await new QueueServiceClient(server.ConnectionString).GetPropertiesAsync();
            using var http = new HttpClient();
            var tables = await http.GetAsync($"http://127.0.0.1:{server.Ports.Table}/devstoreaccount1/Tables");
            Assert.Equal(HttpStatusCode.Forbidden, tables.StatusCode); // unsigned, but served
        }

        Assert.Contains("Azurite Table service is successfully listening", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_outlives_a_stop_and_ports_may_be_chosen()
    {
        var options = new AzuriteOptions { DataFolder = _folder.FullName, BlobPort = FreePort() };
        await using (var first = await AzuriteServer.StartAsync(options))
        {
            Assert.Equal(options.BlobPort, first.Ports.Blob);
            await new BlobContainerClient(first.ConnectionString, "kept").CreateAsync();
            await new BlobContainerClient(first.ConnectionString, "kept").UploadBlobAsync("a", BinaryData.FromString("text"));
        }

        await using var second = await AzuriteServer.StartAsync(options);
        var content = await new BlobContainerClient(second.ConnectionString, "kept").GetBlobClient("a").DownloadContentAsync();
        Assert.Equal("text", content.Value.Content.ToString());
    }

    [Fact]
    public async Task A_second_one_over_the_same_data_is_refused()
    {
        var options = new AzuriteOptions { DataFolder = _folder.FullName };
        await using var first = await AzuriteServer.StartAsync(options);
        var error = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteServer.StartAsync(options));
        Assert.Equal($"The folder {_folder.FullName} is in use by another PaperFunctions: stop that one, or choose another data folder.",
            error.Message);
    }

    [Fact]
    public async Task A_taken_port_is_reported_by_its_number()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var error = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteServer.StartAsync(new AzuriteOptions { QueuePort = port }));
        Assert.StartsWith($"Port {port} on 127.0.0.1 is taken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_left_over_emulator_that_does_not_leave_is_ended_before_the_next_starts()
    {
        using var stale = Process.Start(NodeTools.Node("-e", "setInterval(() => {}, 1000)"))!;
        var data = await AzuriteData.TakeAsync(_folder.FullName, TimeSpan.Zero, default);
        data.Record(stale);
        var note = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "azurite.pid"));
        data.Dispose();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "azurite.pid"), note);

        using (await AzuriteData.TakeAsync(_folder.FullName, TimeSpan.FromMilliseconds(100), default))
        {
            Assert.True(stale.HasExited);
        }
    }

    [Fact]
    public async Task A_process_that_only_has_the_number_of_an_old_emulator_is_left_alone()
    {
        using var stranger = Process.Start(NodeTools.Node("-e", "setInterval(() => {}, 1000)"))!;
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "azurite.pid"), $"{stranger.Id} 12345");
        using (await AzuriteData.TakeAsync(_folder.FullName, TimeSpan.Zero, default))
        {
            Assert.False(stranger.HasExited);
        }

        stranger.Kill();
    }

    [Fact]
    public async Task It_ends_in_order_when_the_holder_of_its_pipe_is_killed()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // needs a shell with named pipes; the script is the same there
        }

        const string shell = """mkfifo "$0/pipe"; sleep 600 > "$0/pipe" & echo "holder $!"; exec node -e "$1" -- "$2" --silent --disableTelemetry --blobPort 0 --queuePort 0 --tablePort 0 --location "$0" < "$0/pipe" """;
        var script = await AzuriteInstall.EnsureAsync();
        using var node = Process.Start(new ProcessStartInfo("sh",
            ["-c", shell, _folder.FullName, AzuriteGuard.Script, script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var holder = int.Parse((await node.StandardOutput.ReadLineAsync())!["holder ".Length..]);
        await ReadToAsync(node, "Azurite Table service is successfully listening");

        Process.GetProcessById(holder).Kill(); // SIGKILL
        await ReadToAsync(node, "Azurite Queue service successfully closed");
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
    }

    private static async Task ReadToAsync(Process process, string start)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"It ended without '{start}'.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
