using System.Collections.Concurrent;
using System.Diagnostics;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Emulators.Functions;

namespace PaperFunctions.LocalTests.Telemetry;

/// <summary>The spans of this process's flow and host that have ended.</summary>
internal sealed class Spans : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public Spans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is FlowActivity.SourceName or FunctionsHost.ActivitySource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The first span of a name that is wanted; waits for it.</summary>
    public async Task<Activity> OneAsync(string name, Func<Activity, bool> wanted)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (_ended.FirstOrDefault(a => a.OperationName == name && wanted(a)) is { } found)
            {
                return found;
            }

            Assert.True(waited.Elapsed < Patience,
                $"No span {name} that is wanted among: {string.Join(", ", _ended.Select(a => a.OperationName))}");
            await Task.Delay(20);
        }
    }

    public IEnumerable<Activity> Of(ActivityTraceId trace) => _ended.Where(a => a.TraceId == trace);

    public void Dispose() => _listener.Dispose();
}
