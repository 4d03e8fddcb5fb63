using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Local.Host.Binding;
using PaperFunctions.Local.Host.Discovery;
using PaperFunctions.Local.Host.Invocation;

namespace PaperFunctions.Local.Host.Timers;

/// <summary>Runs a function by its schedule, in UTC, never twice at once; makes up once for runs missed while nobody was here.</summary>
internal sealed class TimerListener(
    FunctionEntry function, CronExpression schedule, TimerStatusStore store, bool scheduled, FunctionInvoker invoker, ILogger logger) : IListener, IDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(12); // the clock may be set meanwhile

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Trigger;
    private ScheduleStatus? _status;
    private bool _pastDue;

    // Faster schedules are not worth a write for each run; Azure's host does the same.
    private bool Monitored => _trigger.UseMonitor && schedule.Next(Now) is { } next && schedule.Next(next) - next >= TimeSpan.FromMinutes(1);

    private static DateTime Now => DateTime.UtcNow;

    public string Name => function.Name;

    public async Task RunAsync(CancellationToken stopping, CancellationToken execution)
    {
        if (!scheduled)
        {
            return;
        }

        try
        {
            if (_pastDue || _trigger.RunOnStartup)
            {
                await RunOnceAsync(_pastDue, execution);
            }

            // Counted from the start of the last run: one that outlasts its interval is followed at once, by one run, not by all it missed.
            for (var started = Now; schedule.Next(started) is { } next;)
            {
                Log.NextRun(logger, function.Name, next, schedule.ToString());
                await UntilAsync(next, stopping);
                started = Later(next, Now);
                await RunOnceAsync(pastDue: false, execution, started);
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
    /// <param name="at">When it counts as started; null for now.</param>
    public async Task<FunctionRun> RunOnceAsync(bool pastDue, CancellationToken execution, DateTime? at = null)
    {
        await _one.WaitAsync(execution);
        try
        {
            var started = at ?? Now;
            var info = new TimerInfo { IsPastDue = pastDue, ScheduleStatus = Monitored ? _status ?? Status(default, started) : null };
            var run = await invoker.RunAsync(function, new TriggerEvent(info, TriggerEvent.NoData, pastDue ? "timer, past due" : "timer"), Attempt.Only, execution);
            if (Monitored)
            {
                await store.WriteAsync(function.Id, _status = Status(started, started));
            }

            return run;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Reads the last state and finds out whether a run was missed since; before anything runs.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!Monitored)
        {
            return;
        }

        _status = await store.ReadAsync(function.Id, cancellationToken);
        if (_status is null)
        {
            // From now on, a first run that is missed can be told.
            await store.WriteAsync(function.Id, _status = Status(default, Now));
            return;
        }

        // The schedule may have been changed: what counts is the occurrence that today's gives after the last sign of life.
        var since = Later(_status.LastUpdated, _status.Last);
        _pastDue = schedule.Next(DateTime.SpecifyKind(since, DateTimeKind.Utc)) < Now;
    }

    private ScheduleStatus Status(DateTime last, DateTime updated) => new() { Last = last, Next = schedule.Next(updated)!.Value, LastUpdated = updated };

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static async Task UntilAsync(DateTime time, CancellationToken stopping)
    {
        for (var rest = time - Now; rest > TimeSpan.Zero; rest = time - Now)
        {
            await Task.Delay(rest < LongestDelay ? rest : LongestDelay, stopping);
        }

        stopping.ThrowIfCancellationRequested();
    }
}
