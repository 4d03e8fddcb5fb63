using System.Diagnostics;
using PaperFunctions.Emulators.Functions.Binding;
using PaperFunctions.Emulators.Functions.Discovery;

namespace PaperFunctions.Emulators.Functions.Execution;

/// <summary>Runs functions: a scope of services, an instance and bound parameters for each run.</summary>
internal sealed class FunctionInvoker(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The source of a span for each run, as the host in Azure makes one.</summary>
    public const string SourceName = "PaperFunctions.Emulators.Functions";

    private static readonly ActivitySource Activities = new(SourceName);

    private int _running;

    /// <summary>Raised after each run, on the thread that ran it.</summary>
    public event Action<FunctionRun>? Ran;

    public int Running => Volatile.Read(ref _running);

    /// <summary>Runs once; what the function throws is in the result, never thrown.</summary>
    /// <param name="prepare">Sees the run's services before it begins.</param>
    /// <param name="finish">Receives what the function returned, while its services live; what it throws counts as the function's
    /// error.</param>
    public async Task<FunctionRun> RunAsync(
        FunctionEntry function,
        TriggerEvent cause,
        Attempt attempt,
        CancellationToken cancellationToken,
        Action<IServiceProvider>? prepare = null,
        Func<object?, Task>? finish = null)
    {
        Interlocked.Increment(ref _running);
        // Where nobody listens there is not an activity, but the trace id is still wanted.
        using var activity = Activities.StartActivity(function.Name) ?? new Activity(function.Name).Start();
        var clock = Stopwatch.StartNew();
        Exception? error = null;
        try
        {
            await using var scope = services.CreateAsyncScope();
            prepare?.Invoke(scope.ServiceProvider);
            await FunctionCall.RunAsync(function, cause, scope.ServiceProvider, finish ?? (_ => Task.CompletedTask), cancellationToken);
        }
        catch (Exception e)
        {
            error = e;
            activity.SetStatus(ActivityStatusCode.Error, e.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }

        var run = new FunctionRun(
            function.Name, activity.TraceId.ToString(), cause.Reason, clock.Elapsed, attempt.Number, attempt.Max, error);
        Write(run, cancellationToken);
        Report(run);
        return run;
    }

    // A listener that fails must not count as the function's error.
    private void Report(FunctionRun run)
    {
        try
        {
            Ran?.Invoke(run);
        }
        catch (Exception e)
        {
            Log.HandlerFailed(loggers.CreateLogger("Host"), run.Function, e);
        }
    }

    private void Write(FunctionRun run, CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger("Function." + run.Function);
        if (run.Error is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            Log.Stopped(logger, run.Function, run.Reason);
        }
        else if (run.Error is not null)
        {
            Log.Failed(logger, run.Function, run.Attempt, run.MaxAttempts, run.Reason, run.TraceId, run.Error);
        }
        else
        {
            Log.Ran(logger, run.Function, (long)run.Duration.TotalMilliseconds, run.Reason);
        }
    }
}
