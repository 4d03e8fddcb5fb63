using System.Text.RegularExpressions;

namespace PaperFunctions.Emulators.Azurite;

/// <summary>What the emulator prints: the ports that it took, its last lines for an error message, and a copy in the log file.</summary>
internal sealed partial class AzuriteOutput : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter? _log;
    private readonly Dictionary<string, int> _ports = [];
    private readonly Queue<string> _last = [];
    private readonly TaskCompletionSource<AzuritePorts> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AzuriteOutput(string? logFile)
    {
        if (logFile is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(logFile))!);
            _log = new StreamWriter(new FileStream(logFile, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        }
    }

    /// <summary>Done when all three services have said where they listen.</summary>
    public Task<AzuritePorts> Ready => _ready.Task;

    public string Last
    {
        get
        {
            lock (_gate)
            {
                return string.Join(" | ", _last);
            }
        }
    }

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_gate)
        {
            _log?.WriteLine(line);
            _last.Enqueue(line.Trim());
            if (_last.Count > 5)
            {
                _last.Dequeue();
            }

            if (Listening().Match(line) is { Success: true } match)
            {
                _ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].ValueSpan);
                if (_ports.Count == 3)
                {
                    _ready.TrySetResult(new AzuritePorts(_ports["Blob"], _ports["Queue"], _ports["Table"]));
                }
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _log?.Dispose();
        }
    }

    [GeneratedRegex(
        @"^Azurite (?<service>Blob|Queue|Table) service (?:is|has) successfully listen\w* (?:at|on) http://[^:]+:(?<port>\d+)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Listening();
}

/// <summary>Where the three services listen on 127.0.0.1.</summary>
public sealed record AzuritePorts(int Blob, int Queue, int Table);
