using System.Diagnostics;

namespace PaperFunctions.Emulators.Azurite;

/// <summary>Azurite, the storage emulator, as a process of our own. It ends with <see cref="DisposeAsync"/>, or with our process however
/// that ends. See docs/local.md.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    // The emulator's well-known account, published in its documentation; it protects nothing.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;
    private readonly AzuriteOutput _output;
    private readonly AzuriteData? _data;
    private readonly TimeSpan _stopTimeout;

    private AzuriteServer(Process process, AzuriteOutput output, AzuriteData? data, AzuritePorts ports, TimeSpan stopTimeout)
    {
        (_process, _output, _data, _stopTimeout, Ports) = (process, output, data, stopTimeout, ports);
        Exited = process.WaitForExitAsync();
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports.Blob}/{Account};QueueEndpoint=http://127.0.0.1:{ports.Queue}/{Account};"
            + $"TableEndpoint=http://127.0.0.1:{ports.Table}/{Account};";
    }

    public AzuritePorts Ports { get; }

    /// <summary>For the storage clients; http on 127.0.0.1 with the emulator's published key.</summary>
    public string ConnectionString { get; }

    /// <summary>For diagnostics.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Completes when the emulator has ended, whoever ended it.</summary>
    public Task Exited { get; }

    /// <summary>Installs it if needed, starts it, and returns when blobs, queues and tables answer.</summary>
    /// <exception cref="AzuriteException">In one sentence: what is missing, which port is taken, or that the data folder is in
    /// use.</exception>
    public static async Task<AzuriteServer> StartAsync(
        AzuriteOptions? options = null, Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new AzuriteOptions();
        var script = await AzuriteInstall.EnsureAsync(progress, cancellationToken);
        var data = options.DataFolder is { } folder ? await AzuriteData.TakeAsync(folder, options.StopTimeout, cancellationToken) : null;
        AzuriteOutput? output = null;
        try
        {
            output = new AzuriteOutput(options.LogFile);
            return await StartAsync(script, options, output, data, cancellationToken);
        }
        catch
        {
            output?.Dispose();
            data?.Dispose();
            throw;
        }
    }

    private static async Task<AzuriteServer> StartAsync(
        string script, AzuriteOptions options, AzuriteOutput output, AzuriteData? data, CancellationToken cancellationToken)
    {
        var process = NodeTools.StartOrExplain(AzuriteLaunch.StartInfo(script, options), "node");
        try
        {
            process.OutputDataReceived += (_, line) => output.Add(line.Data);
            process.ErrorDataReceived += (_, line) => output.Add(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            data?.Record(process);
            var ports = await AzuriteLaunch.ReadyAsync(process, output, options.StartTimeout, cancellationToken);
            return new AzuriteServer(process, output, data, ports, options.StopTimeout);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Closes the pipe, waits until the data is written out, and kills the process if that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(_stopTimeout);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _output.Dispose();
        _data?.Dispose();
    }
}
