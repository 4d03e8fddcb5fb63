using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaperFunctions.LocalTests.Web.Parts;

/// <summary>Keeps the warnings and errors that the product logs.</summary>
public sealed class WarningList : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) =>
        new Logger(this, categoryName.StartsWith("PaperFunctions", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Logger(WarningList list, bool ours) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => ours && logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                list.Lines.Enqueue(formatter(state, exception));
            }
        }
    }
}
