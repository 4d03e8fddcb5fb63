using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Emulators.Functions.Binding;
using PaperFunctions.Emulators.Functions.Discovery;
using PaperFunctions.Emulators.Functions.Execution;

namespace PaperFunctions.Emulators.Functions.Timers;

/// <summary>Runs a function by its schedule, in UTC, never twice at once. One run makes up for all that were missed while no host
/// ran.</summary>
/// <param name="scheduled">False: only <see cref="RunOnceAsync"/> runs it.</param>
internal sealed class TimerListener(
    FunctionEntry function, TimerSchedule schedule, TimerStatusStore store, bool scheduled, FunctionInvoker invoker, ILogger logger)
    : IListener, IDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(12); // the clock may be set in the meantime

    private readonly SemaphoreSlim _one = new(1, 1);
    private bool _pastDue;

    public string Name => function.Name;

    public async Task RunAsync(CancellationToken stopping, CancellationToken execution)
    {
        if (!scheduled)
        {
            return;
        }

        try
        {
            if (_pastDue)
            {
                await RunOnceAsync(pastDue: true, execution);
            }

            // Counted from the start of the last run: one that outlasts its interval is followed at once, by one run, not by all it missed.
            for (var started = DateTime.UtcNow; schedule.Next(started) is { } next;)
            {
                Log.NextRun(logger, function.Name, next, schedule.ToString());
                await UntilAsync(next, stopping);
                started = DateTime.UtcNow is var now && now > next ? now : next;
                await RunOnceAsync(pastDue: false, execution);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // stopped while waiting
        }
    }

    public void Nudge()
    {
        // Time alone starts a timer.
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Runs once, after a run that is under way; the schedule goes on as before.</summary>
    public async Task<FunctionRun> RunOnceAsync(bool pastDue, CancellationToken execution)
    {
        await _one.WaitAsync(execution);
        try
        {
            var started = DateTime.UtcNow;
            var cause = new TriggerEvent(new TimerInfo { IsPastDue = pastDue }, TriggerEvent.NoData, pastDue ? "timer, past due" : "timer");
            var run = await invoker.RunAsync(function, cause, Attempt.Only, execution);
            await store.WriteAsync(function.Id, started);
            return run;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Finds out whether a run was missed since the last one. Without a last one, the time counts from now.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(function.Id, cancellationToken) is { } last)
        {
            _pastDue = schedule.Next(last) < DateTime.UtcNow;
        }
        else
        {
            await store.WriteAsync(function.Id, DateTime.UtcNow);
        }
    }

    private static async Task UntilAsync(DateTime time, CancellationToken stopping)
    {
        for (var rest = time - DateTime.UtcNow; rest > TimeSpan.Zero; rest = time - DateTime.UtcNow)
        {
            await Task.Delay(rest < LongestDelay ? rest : LongestDelay, stopping);
        }

        stopping.ThrowIfCancellationRequested();
    }
}
