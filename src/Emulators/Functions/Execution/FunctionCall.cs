using System.Reflection;
using PaperFunctions.Emulators.Functions.Binding;
using PaperFunctions.Emulators.Functions.Discovery;

namespace PaperFunctions.Emulators.Functions.Execution;

/// <summary>One call of a function's method: binds, constructs, calls, awaits, hands on the result, disposes.</summary>
internal static class FunctionCall
{
    /// <param name="finish">Receives what the function returned; null after a bare task.</param>
    public static async Task RunAsync(
        FunctionEntry function, TriggerEvent cause, IServiceProvider services, Func<object?, Task> finish,
        CancellationToken cancellationToken)
    {
        var values = new object?[function.Binders.Count];
        object? instance = null;
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = function.Binders[i](cause, cancellationToken);
            }

            instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, function.Method.DeclaringType!);
            await finish(await ResultAsync(function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, values, null)));
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static async Task<object?> ResultAsync(object? returned)
    {
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
}
