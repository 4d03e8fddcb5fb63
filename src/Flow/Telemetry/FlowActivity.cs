using System.Diagnostics;

namespace PaperFunctions.Flow.Telemetry;

/// <summary>The spans of the flow: one trace from a dropped digest to its index, one from a batch of due subscribers to their
/// mail.</summary>
/// <remarks>Tags name digests, editions and subscribers by id; addresses, tokens and texts of mails stay out.</remarks>
public static class FlowActivity
{
    public const string SourceName = "PaperFunctions.Flow";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The W3C traceparent of what is under way; null if nothing is recorded.</summary>
    public static string? Current => Activity.Current is { Recorded: true } current ? current.Id : null;

    /// <summary>A step within the trace that is under way, or the first of a new one.</summary>
    /// <param name="step">Gets the span, for what is known later; null if nobody listens.</param>
    public static Task<T> StepAsync<T>(string name, (string Key, object? Value)[] tags, Func<Activity?, Task<T>> step) =>
        RunAsync(() => Source.StartActivity(name), tags, step);

    /// <inheritdoc cref="StepAsync{T}"/>
    public static Task StepAsync(string name, (string Key, object? Value)[] tags, Func<Activity?, Task> step) =>
        StepAsync(name, tags, Returning(step));

    /// <summary>A step that begins a trace of its own; what is under way is linked.</summary>
    public static Task NewTraceAsync(string name, (string Key, object? Value)[] tags, Func<Activity?, Task> step) => RunAsync(
        () =>
        {
            var links = LinksTo(Activity.Current);
            Activity.Current = null; // within the caller's async method only
            return Source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), links: links);
        },
        tags, Returning(step));

    /// <summary>Hands a message on.</summary>
    /// <param name="traceParent">The trace that the message belongs to; null for the one under way.</param>
    /// <param name="send">Gets what the message is to carry: the W3C traceparent, or null if nothing is recorded.</param>
    public static Task SendAsync(string queue, string? traceParent, Func<string?, Task> send) => RunAsync(
        () => Source.StartActivity($"send {queue}", ActivityKind.Producer, ContextOf(traceParent)),
        Messaging(queue, "send"),
        Returning(_ => send(Current ?? traceParent)));

    /// <summary>Works on a message, in the trace that sent it; the run of the function that received it is linked.</summary>
    /// <remarks>The sender is the parent, not only a link, as the conventions allow where a message is worked on alone:
    /// https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/.</remarks>
    /// <param name="traceParent">What the message carries; without it, the trace of the function goes on.</param>
    public static Task ProcessAsync(string queue, string? traceParent, Func<Task> process) => RunAsync(
        () =>
        {
            var sender = ContextOf(traceParent);
            return Source.StartActivity(
                $"process {queue}", ActivityKind.Consumer, sender, links: sender == default ? [] : LinksTo(Activity.Current));
        },
        Messaging(queue, "process"),
        Returning(_ => process()));

    private static async Task<T> RunAsync<T>(Func<Activity?> start, (string Key, object? Value)[] tags, Func<Activity?, Task<T>> step)
    {
        using var activity = start();
        foreach (var (key, value) in tags)
        {
            activity?.SetTag(key, value);
        }

        try
        {
            return await step(activity);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The exception itself is in the log, once.
            activity?.SetTag("error.type", e.GetType().FullName).SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
    }

    private static Func<Activity?, Task<bool>> Returning(Func<Activity?, Task> step) => async activity =>
    {
        await step(activity);
        return true;
    };

    private static ActivityContext ContextOf(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : default;

    private static ActivityLink[] LinksTo(Activity? activity) => activity is null ? [] : [new ActivityLink(activity.Context)];

    private static (string Key, object? Value)[] Messaging(string queue, string operation) =>
    [
        ("messaging.system", "azure_queue_storage"),
        ("messaging.destination.name", queue),
        ("messaging.operation.name", operation),
        ("messaging.operation.type", operation),
    ];
}
