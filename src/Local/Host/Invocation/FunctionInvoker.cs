using System.Diagnostics;
using PaperFunctions.Local.Host.Binding;
using PaperFunctions.Local.Host.Discovery;

namespace PaperFunctions.Local.Host.Invocation;

/// <summary>Runs functions: a scope of services, an instance and bound parameters for each run.</summary>
internal sealed class FunctionInvoker(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Of a span for each run, as the host in Azure makes one.</summary>
    public const string SourceName = "PaperFunctions.Local";

    private static readonly ActivitySource Activities = new(SourceName);

    private int _running;

    /// <summary>Raised after each run, on the thread that ran it.</summary>
    public event Action<FunctionRun>? Ran;

    public int Running => Volatile.Read(ref _running);

    /// <summary>Runs once; what the function throws is in the result, never thrown.</summary>
    /// <param name="prepare">Sees the context before the run, with its services.</param>
    /// <param name="finish">Receives what the function returned, still within its scope; what it throws counts as the function's.</param>
    public async Task<FunctionRun> RunAsync(
        FunctionEntry function,
        TriggerEvent cause,
        Attempt attempt,
        CancellationToken cancellationToken,
        Action<LocalFunctionContext>? prepare = null,
        Func<object?, Task>? finish = null)
    {
        Interlocked.Increment(ref _running);
        // Where nobody listens there is no activity, but the trace id is still wanted.
        using var activity = Activities.StartActivity(function.Name) ?? new Activity(function.Name).Start();
        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        var id = "";
        Exception? error = null;
        try
        {
            await using var scope = services.CreateAsyncScope();
            var context = new LocalFunctionContext(function, cause.Data, scope.ServiceProvider, cancellationToken);
            id = context.InvocationId;
            prepare?.Invoke(context);
            await FunctionCall.RunAsync(function, cause, context, finish ?? (_ => Task.CompletedTask));
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
            function.Name, id, activity.TraceId.ToString(), cause.Reason, started, clock.Elapsed, attempt.Number, attempt.Max, error);
        Write(run, cancellationToken);
        Tell(run);
        return run;
    }

    // What a listener to runs does wrong must not count as the function's fault.
    private void Tell(FunctionRun run)
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
            Log.Failed(logger, run.Function, run.Attempt, run.MaxAttempts, run.Reason, run.InvocationId, run.TraceId, run.Error);
        }
        else
        {
            Log.Ran(logger, run.Function, (long)run.Duration.TotalMilliseconds, run.Reason);
        }
    }
}
