using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperFunctions.Functions.Web;

namespace PaperFunctions.LocalTests.Web.Parts;

/// <summary>Keeps the warnings and errors that the product logs, and what it notes to be looked up later.</summary>
public sealed class WarningList : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<string> Audit { get; } = new();

    public ILogger CreateLogger(string categoryName) => categoryName == AuditLog.Category
        ? new Logger((id, text) => Audit.Enqueue($"{id.Id} {text}"), LogLevel.Information)
        : new Logger(
            (_, text) => Lines.Enqueue(text),
            categoryName.StartsWith("PaperFunctions", StringComparison.Ordinal) ? LogLevel.Warning : LogLevel.None);

    public void Dispose()
    {
    }

    private sealed class Logger(Action<EventId, string> keep, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => least != LogLevel.None && logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                keep(eventId, formatter(state, exception));
            }
        }
    }
}
