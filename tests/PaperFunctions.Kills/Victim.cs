using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.Kills;

/// <summary>The product as a process of its own, which can be killed and started again over the same data.</summary>
internal sealed class Victim : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(15) };
    private Process? _process;
    private ServiceProvider? _services;
    private Ready? _ready;
    private TimeSpan _ahead;

    public Victim()
    {
        // No samples: every row is one of ours.
        File.WriteAllText(Path.Combine(Folder, "first-start"), "");
        Move(TimeSpan.Zero);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("papers-kills-").FullName;

    /// <summary>Whether the data is kept, to be looked at.</summary>
    public bool Keep { get; set; }

    public DateTimeOffset Now => DateTimeOffset.UtcNow + _ahead;

    /// <summary>Since the last start; the storage emulator ends with the process.</summary>
    public bool IsAlive => _process is { HasExited: false };

    /// <summary>When it was killed, by the machine's own clock.</summary>
    public List<DateTimeOffset> Kills { get; } = [];

    private Uri Web => new(_ready!.Addresses.Web);

    private Uri Mail => new(_ready!.Addresses.Mail);

    /// <summary>What the process wrote to its standard error, in all its lives.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Moves the product's clock ahead, and the storage emulator's.</summary>
    public void Move(TimeSpan by) => MovedClock.Set(Folder, _ahead += by);

    /// <summary>The product's own services, from outside of its process.</summary>
    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <exception cref="IOException">It did not start.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await EndAsync(cancellationToken);
        // The same ports each time: links in old mail go on working.
        var (pages, mail) = _ready is null ? (0, 0) : (Web.Port, Mail.Port);
        var start = new ProcessStartInfo("dotnet", [typeof(Victim).Assembly.Location, Folder, $"{pages}", $"{mail}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NODE_OPTIONS"] = $"--require \"{MovedClock.ScriptOf(Folder)}\"";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Errors.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        _ready = line is null
            ? throw new IOException($"The product did not start: {string.Join('\n', Errors.TakeLast(5))}")
            : JsonSerializer.Deserialize<Ready>(line)!;
        _services = LocalServices.Connect(_ready.Addresses, _ready.Secrets);
    }

    /// <summary>As a crash would: nothing is finished, nothing is given back.</summary>
    public void Kill()
    {
        if (IsAlive)
        {
            Kills.Add(DateTimeOffset.UtcNow);
            _process!.Kill();
        }
    }

    public Task EndedAsync(CancellationToken cancellationToken) =>
        _process!.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);

    /// <summary>As Ctrl+C would.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (IsAlive)
        {
            _process!.StandardInput.Close();
            await EndedAsync(cancellationToken);
        }
    }

    /// <summary>Runs a timer function in the product now.</summary>
    public async Task RunAsync(string function)
    {
        await _process!.StandardInput.WriteLineAsync(function);
        await _process.StandardInput.FlushAsync();
    }

    /// <returns>The status, and 0 if nothing answered.</returns>
    public async Task<int> PostAsync(string url, params (string Name, string Value)[] fields)
    {
        try
        {
            using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            using var answer = await _http.PostAsync(new Uri(Web, url), form);
            return (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return 0;
        }
    }

    /// <inheritdoc cref="PostAsync"/>
    public async Task<int> GetAsync(string path)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Web, path));
            return (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return 0;
        }
    }

    /// <summary>Lets the next calls to the mail service go wrong.</summary>
    public async Task FailMailAsync(object fault)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(new Uri(Mail, "/faults"), fault);
        }
        catch (HttpRequestException)
        {
            // It is dead already.
        }
    }

    public async Task MendMailAsync() => (await _http.DeleteAsync(new Uri(Mail, "/faults"))).Dispose();

    public async ValueTask DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        await EndAsync(CancellationToken.None);
        _http.Dispose();
        if (!Keep)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_process is not null)
        {
            await _process.WaitForExitAsync(cancellationToken);
            _process.Dispose();
            _process = null;
        }

        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        _services = null;
    }
}
