using System.Collections.Concurrent;
using System.Threading.Channels;

namespace PaperFunctions.LocalTests.Emulators.Functions.Samples;

/// <summary>What the sample functions saw, in order; tests wait for it.</summary>
public sealed class Recorder
{
    private readonly Channel<string> _seen = Channel.CreateUnbounded<string>();

    /// <summary>Lets functions wait until a test opens the gate.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often a run still has to fail, by what it was given.</summary>
    public ConcurrentDictionary<string, int> Failures { get; } = new();

    public void Saw(string what) => _seen.Writer.TryWrite(what);

    public void FailIfAsked(string what)
    {
        if (Failures.TryGetValue(what, out var left) && left > 0)
        {
            Failures[what] = left - 1;
            throw new InvalidOperationException($"{what} was asked to fail.");
        }
    }

    /// <summary>The next thing seen; a minute without any fails the test.</summary>
    public async Task<string> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await _seen.Reader.ReadAsync(limit.Token);
    }

    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        var all = new List<string>(count);
        while (all.Count < count)
        {
            all.Add(await NextAsync());
        }

        return all;
    }

    /// <summary>What was seen and not yet asked for.</summary>
    public IReadOnlyList<string> Rest()
    {
        var rest = new List<string>();
        while (_seen.Reader.TryRead(out var what))
        {
            rest.Add(what);
        }

        return rest;
    }
}
