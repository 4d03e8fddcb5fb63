using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Index;

/// <summary>The search index of papers.</summary>
public interface IPaperIndex
{
    /// <summary>Makes or updates the index definition; cheap to call again in the same process.</summary>
    Task EnsureAsync(CancellationToken cancellationToken);

    /// <summary>Uploads papers, and removes the documents of their former ids.</summary>
    /// <returns>The papers that the service did not take, with its reasons; empty when all are in.</returns>
    /// <exception cref="IndexUnavailableException">The service could not be reached or refused the whole batch for now.</exception>
    Task<IReadOnlyList<RefusedDocument>> PushAsync(IReadOnlyList<StoredPaper> papers, CancellationToken cancellationToken);

    /// <summary>Removes documents; those that are gone already are fine.</summary>
    /// <exception cref="IndexUnavailableException">As in <see cref="PushAsync"/>, or the service refused one of them.</exception>
    Task RemoveAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken);

    Task<long> CountAsync(CancellationToken cancellationToken);

    Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>Titles that complete what was typed so far; at most <paramref name="top"/>.</summary>
    Task<IReadOnlyList<string>> SuggestAsync(string typed, int top, CancellationToken cancellationToken);
}

/// <param name="Status">The service's status for this document, as in HTTP.</param>
public sealed record RefusedDocument(PaperId Paper, int Status, string Reason)
{
    /// <summary>Whether the same document may be taken later: version conflict, index being updated, too many requests,
    /// unavailable.</summary>
    public bool IsTransient => Status is 409 or 422 or 429 or >= 500;
}

/// <summary>Search is down or overloaded; the papers stay in the tables and are pushed later.</summary>
public sealed class IndexUnavailableException(string message, Exception cause) : IOException(message, cause);
