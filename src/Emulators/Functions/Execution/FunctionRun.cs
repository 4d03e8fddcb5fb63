namespace PaperFunctions.Emulators.Functions.Execution;

/// <summary>One finished run of a function.</summary>
/// <param name="Function">Name in the app.</param>
/// <param name="TraceId">W3C trace id of the run; a request's own where it has one.</param>
/// <param name="Reason">What started it: <c>blob digests/a.txt</c>, <c>message 1f2e.. of digests-stored</c>, <c>timer</c>, <c>GET
/// /papers</c>.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="MaxAttempts">Tries until the event is put aside as poison; 1 for timers and requests.</param>
/// <param name="Error">What it threw; null if it succeeded.</param>
public sealed record FunctionRun(
    string Function,
    string TraceId,
    string Reason,
    TimeSpan Duration,
    int Attempt,
    int MaxAttempts,
    Exception? Error)
{
    public bool Succeeded => Error is null;
}
