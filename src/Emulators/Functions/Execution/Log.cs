namespace PaperFunctions.Emulators.Functions.Execution;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Function} ran in {Milliseconds} ms ({Reason})")]
    public static partial void Ran(ILogger logger, string function, long milliseconds, string reason);

    [LoggerMessage(2, LogLevel.Error, "{Function} failed, attempt {Attempt} of {MaxAttempts} ({Reason}), trace {TraceId}")]
    public static partial void Failed(
        ILogger logger, string function, int attempt, int maxAttempts, string reason, string traceId, Exception error);

    [LoggerMessage(3, LogLevel.Information, "{Function} was stopped in the middle ({Reason})")]
    public static partial void Stopped(ILogger logger, string function, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Message {MessageId} of {Queue} failed {Attempts} times and is now in {PoisonQueue}")]
    public static partial void Poisoned(ILogger logger, string messageId, string queue, long attempts, string poisonQueue);

    [LoggerMessage(
        5, LogLevel.Warning,
        "Message {MessageId} of {Queue} is not {Encoding} and is in {PoisonQueue}: set queues.messageEncoding as its sender does")]
    public static partial void Undecodable(ILogger logger, string messageId, string queue, string encoding, string poisonQueue);

    [LoggerMessage(6, LogLevel.Warning, "Looking at {Source} failed and is tried again")]
    public static partial void SourceFailed(ILogger logger, string source, Exception error);

    [LoggerMessage(7, LogLevel.Debug, "Message {MessageId} of {Queue} was taken over or is gone")]
    public static partial void MessageGone(ILogger logger, string messageId, string queue);

    [LoggerMessage(8, LogLevel.Information, "Blob message {MessageId} is for {FunctionId}, which this app does not have, and is dropped")]
    public static partial void UnknownFunction(ILogger logger, string messageId, string functionId);

    [LoggerMessage(9, LogLevel.Information, "{Function} runs next at {Next:u} ({Schedule})")]
    public static partial void NextRun(ILogger logger, string function, DateTime next, string schedule);

    [LoggerMessage(10, LogLevel.Warning, "{Function}'s schedule state could not be written")]
    public static partial void TimerStatusFailed(ILogger logger, string function, Exception error);

    [LoggerMessage(11, LogLevel.Warning, "{Count} functions were still running {Seconds} s after the stop and were cancelled")]
    public static partial void CancelledAtStop(ILogger logger, int count, double seconds);

    [LoggerMessage(13, LogLevel.Critical, "{Listener} broke and is started again")]
    public static partial void ListenerFailed(ILogger logger, string listener, Exception error);

    [LoggerMessage(14, LogLevel.Error, "A handler of the run of {Function} threw")]
    public static partial void HandlerFailed(ILogger logger, string function, Exception error);

    [LoggerMessage(12, LogLevel.Debug, "Renewing the lease of message {MessageId} failed and is tried again")]
    public static partial void RenewalFailed(ILogger logger, string messageId, Exception error);
}
