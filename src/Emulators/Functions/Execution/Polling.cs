namespace PaperFunctions.Emulators.Functions.Execution;

/// <summary>The pause between two looks at a source: short after a find, doubling while idle, ended at once by a nudge.</summary>
internal sealed class Polling(TimeSpan longest) : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _nudged = new(0, 1);
    private TimeSpan _next = Shortest;

    public void Nudge()
    {
        lock (_nudged)
        {
            if (_nudged.CurrentCount == 0)
            {
                _nudged.Release();
            }
        }
    }

    /// <summary>Something was found: look again soon.</summary>
    public void Found() => _next = Shortest;

    public async Task PauseAsync(CancellationToken stopping)
    {
        var pause = _next < longest ? _next : longest;
        _next = pause * 2;
        if (await _nudged.WaitAsync(pause, stopping))
        {
            _next = Shortest;
        }
    }

    public void Dispose() => _nudged.Dispose();
}
