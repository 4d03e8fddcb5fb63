namespace PaperFunctions.Flow.Sources;

/// <summary>Asks a server on the internet for a digest.</summary>
public interface ISourceClient
{
    /// <param name="known">What the last answer was, so that the server may say that nothing is new.</param>
    /// <param name="maxBytes">Longest body, unpacked.</param>
    /// <returns>The answer, or null if nothing is new.</returns>
    /// <exception cref="SourceException">No usable answer; the message is a sentence for the operator.</exception>
    Task<SourceAnswer?> GetAsync(Uri address, SourceState known, int maxBytes, CancellationToken cancellationToken);
}

/// <param name="Body">Never empty.</param>
/// <param name="MediaType">Such as <c>application/rss+xml</c>; null if the server does not say.</param>
public sealed record SourceAnswer(byte[] Body, string? MediaType, string? ETag, DateTimeOffset? LastModified);

/// <param name="retryAfter">How long the server wants to be left alone; null if it does not say.</param>
public sealed class SourceException(string message, TimeSpan? retryAfter = null, Exception? cause = null) : IOException(message, cause)
{
    public TimeSpan? RetryAfter => retryAfter;
}
