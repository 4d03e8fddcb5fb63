using PaperFunctions.Papers;

namespace PaperFunctions.Flow.LookUp;

/// <summary>A public catalogue of papers.</summary>
public interface ILookUpService
{
    /// <summary>As the setting names it: <c>arxiv</c>.</summary>
    string Name { get; }

    /// <summary>As readers know it: "arXiv".</summary>
    string Title { get; }

    /// <summary>Asks for papers by id where one is known, else by title, request by request; keeps to the pace that the service asks for.
    /// Papers that it has no means to ask for are in no answer.</summary>
    /// <exception cref="LookUpException">The service is down or asks for time. Answers given before that stand.</exception>
    IAsyncEnumerable<LookUpAnswer> AskAsync(IReadOnlyList<Paper> papers, CancellationToken cancellationToken);
}

/// <param name="Asked">The papers that one request was about.</param>
/// <param name="Found">What the service has for any of them. Most of it may be other papers of like titles: see <see
/// cref="SameWork"/>.</param>
public sealed record LookUpAnswer(IReadOnlyList<Paper> Asked, IReadOnlyList<Paper> Found);

/// <param name="message">A sentence for the operator.</param>
/// <param name="retryAfter">How long the service wants to be left alone; null where it does not say.</param>
public sealed class LookUpException(string message, TimeSpan? retryAfter = null, Exception? cause = null) : IOException(message, cause)
{
    public TimeSpan? RetryAfter => retryAfter;
}
