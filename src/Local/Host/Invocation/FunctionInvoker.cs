using System.Diagnostics;
using System.Reflection;
using PaperFunctions.Local.Host.Binding;
using PaperFunctions.Local.Host.Discovery;

namespace PaperFunctions.Local.Host.Invocation;

/// <summary>Runs functions: a scope of services, an instance and bound parameters for each run.</summary>
internal sealed class FunctionInvoker(IServiceProvider services, ILoggerFactory loggers)
{
    private static readonly ActivitySource Activities = new("PaperFunctions.Local");

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
        CancellationToken cancellation,
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
            var context = new LocalFunctionContext(function, cause.Data, scope.ServiceProvider, cancellation);
            id = context.InvocationId;
            prepare?.Invoke(context);
            await CallAsync(function, cause, context, finish ?? (_ => Task.CompletedTask));
        }
        catch (Exception e)
        {
            error = e;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }

        var run = new FunctionRun(
            function.Name, id, activity.TraceId.ToString(), cause.Reason, started, clock.Elapsed, attempt.Number, attempt.Max, error);
        Write(run, cancellation);
        Ran?.Invoke(run);
        return run;
    }

    private static async Task CallAsync(FunctionEntry function, TriggerEvent cause, LocalFunctionContext context, Func<object?, Task> finish)
    {
        var values = new object?[function.Binders.Count];
        object? instance = null;
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = await function.Binders[i](cause, context);
            }

            instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, function.Method.DeclaringType!);
            await finish(await ResultAsync(function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, values, null)));
        }
        finally
        {
            await DisposeAsync(instance);
            await DisposeAsync(values.OfType<Stream>().FirstOrDefault());
        }
    }

    private static async Task<object?> ResultAsync(object? returned)
    {
        if (returned is ValueTask plain)
        {
            await plain;
            return null;
        }

        var type = returned?.GetType();
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            returned = type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }

    private static async ValueTask DisposeAsync(object? value)
    {
        if (value is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }
        else if (value is IDisposable now)
        {
            now.Dispose();
        }
    }

    private void Write(FunctionRun run, CancellationToken cancellation)
    {
        var logger = loggers.CreateLogger("Function." + run.Function);
        if (run.Error is OperationCanceledException && cancellation.IsCancellationRequested)
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

/// <summary>Which try this is, from 1, and how many there may be.</summary>
internal sealed record Attempt(int Number, int Max)
{
    public static Attempt Only { get; } = new(1, 1);
}
