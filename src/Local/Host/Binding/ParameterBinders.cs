using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace PaperFunctions.Local.Host.Binding;

/// <summary>Chooses how a parameter is bound, by the rules of the isolated worker and its extensions.</summary>
internal static class ParameterBinders
{
    /// <summary>Null where the worker would leave the parameter unbound or fail at the first event.</summary>
    public static ParameterBinder? For(ParameterInfo parameter, ParameterInfo triggered, TriggerBindingAttribute trigger)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return (_, context) => ValueTask.FromResult<object?>(context.CancellationToken);
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return (_, context) => ValueTask.FromResult<object?>(context);
        }

        var isTrigger = parameter == triggered;
        return trigger switch
        {
            BlobTriggerAttribute blob => isTrigger ? BlobValues.Content(parameter) : BlobValues.Named(parameter, blob),
            QueueTriggerAttribute => isTrigger ? QueueValues.Message(parameter) : QueueValues.Named(parameter),
            TimerTriggerAttribute => isTrigger && parameter.ParameterType == typeof(TimerInfo) ? Value : null,
            HttpTriggerAttribute http => isTrigger ? HttpValues.Request(parameter) : HttpValues.Named(parameter, http),
            _ => null,
        };
    }

    /// <summary>The end of a sentence about a parameter that <see cref="For"/> knows nothing for.</summary>
    public static string Unknown(ParameterInfo parameter, TriggerBindingAttribute trigger)
    {
        var type = parameter.ParameterType;
        var start = $"has the parameter '{type.Name} {parameter.Name}', which ";
        if (type.FullName!.StartsWith("Microsoft.Extensions.Logging.ILogger", StringComparison.Ordinal))
        {
            return start + "Azure would leave null: take ILogger<T> in the constructor.";
        }

        var known = trigger switch
        {
            BlobTriggerAttribute => "the blob as Stream, BlobClient, BlockBlobClient, string or byte[], and strings named in the path, or blobTrigger or uri",
            QueueTriggerAttribute => "the message as QueueMessage, string, byte[], BinaryData or a class read from JSON, and " + QueueValues.Names,
            TimerTriggerAttribute => "TimerInfo",
            _ => "HttpRequest (its HttpContext property is the context), and values named in the route",
        };
        return $"{start}cannot be bound: known are {known}, CancellationToken and FunctionContext.";
    }

    private static ValueTask<object?> Value(TriggerEvent cause, FunctionContext context) => ValueTask.FromResult<object?>(cause.Value);
}
