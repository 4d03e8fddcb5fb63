namespace PaperFunctions.Emulators.Functions.Binding;

/// <summary>Gives one parameter its value for one run; what it throws fails the run.</summary>
internal delegate object? ParameterBinder(TriggerEvent cause, CancellationToken cancellationToken);

/// <summary>What started a run.</summary>
/// <param name="Value">A BlobClient, QueueMessage, TimerInfo or HttpContext.</param>
/// <param name="Data">Values that parameters get by name, whatever its case: parts of a blob's name or of a route.</param>
/// <param name="Reason">For logs.</param>
internal sealed record TriggerEvent(object Value, IReadOnlyDictionary<string, string?> Data, string Reason)
{
    public static IReadOnlyDictionary<string, string?> NoData { get; } = new Dictionary<string, string?>();
}
