using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.Local.Host.Binding;

/// <summary>Gives one parameter its value for one run; what it throws fails the run.</summary>
internal delegate ValueTask<object?> ParameterBinder(TriggerEvent cause, FunctionContext context);

/// <summary>What started a run.</summary>
/// <param name="Value">A BlobClient, QueueMessage, TimerInfo or HttpContext.</param>
/// <param name="Data">Values that parameters and <c>BindingContext</c> get by name, ignoring case.</param>
/// <param name="Reason">For logs.</param>
internal sealed record TriggerEvent(object Value, IReadOnlyDictionary<string, object?> Data, string Reason)
{
    public static IReadOnlyDictionary<string, object?> NoData { get; } = new Dictionary<string, object?>();
}
