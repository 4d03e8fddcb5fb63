using System.Diagnostics;
using System.Text.Json;

namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>One <c>up --json</c> for the tests of the other verbs.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("papers-up-").FullName;
    private Process? _up;

    public Uri Web { get; private set; } = null!;

    public string Port => $"{Web.Port}";

    internal Process Process => _up!;

    /// <summary>What it printed when it was ready.</summary>
    public JsonElement Ready { get; private set; }

    public string Folder => _folder;

    public async Task InitializeAsync()
    {
        // Without the samples: what the tests drop is all there is.
        await File.WriteAllTextAsync(Path.Combine(_folder, "first-start"), "");
        _up = Verb.Start("up", "--json", "--port", "0", "--mail-port", "0", "--data", _folder);
        _ = _up.StandardError.ReadToEndAsync();
        var line = await _up.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
        Ready = JsonDocument.Parse(line!).RootElement;
        Web = new Uri(Ready.GetProperty("web").GetString()!);
    }

    public async Task DisposeAsync()
    {
        if (!_up!.HasExited)
        {
            _up.Kill(entireProcessTree: true);
            await _up.WaitForExitAsync();
        }

        _up.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
