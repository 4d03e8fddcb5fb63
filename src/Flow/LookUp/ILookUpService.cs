using PaperFunctions.Papers;

namespace PaperFunctions.Flow.LookUp;

/// <summary>A public catalogue of papers.</summary>
public interface ILookUpService
{
    /// <summary>As the setting names it: <c>arxiv</c>.</summary>
    string Name { get; }

    /// <summary>Asks for papers by id where one is known, else by title; keeps to the service's limits.</summary>
    /// <returns>What the service found for any of them. Most of it may be other papers of like titles:
    /// see <see cref="SameWork"/>.</returns>
    /// <exception cref="LookUpException">The service is down or asks for time.</exception>
    Task<IReadOnlyList<Paper>> FindAsync(IReadOnlyList<Paper> papers, CancellationToken cancellationToken);
}

/// <param name="retryAfter">How long the service wants to be left alone; null where it does not say.</param>
public sealed class LookUpException(string message, TimeSpan? retryAfter = null, Exception? cause = null) : IOException(message, cause)
{
    public TimeSpan? RetryAfter => retryAfter;
}
