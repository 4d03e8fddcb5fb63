using System.Reflection;
using PaperFunctions.Local.Host.Binding;
using PaperFunctions.Local.Host.Discovery;

namespace PaperFunctions.Local.Host.Invocation;

/// <summary>One call of a function's method: bind, construct, call, await, hand on the result, dispose.</summary>
internal static class FunctionCall
{
    public static async Task RunAsync(FunctionEntry function, TriggerEvent cause, LocalFunctionContext context, Func<object?, Task> finish)
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
}
