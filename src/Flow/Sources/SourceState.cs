namespace PaperFunctions.Flow.Sources;

/// <summary>What became of a source so far.</summary>
public sealed record SourceState
{
    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>When it is fetched next.</summary>
    public required DateTimeOffset Next { get; init; }

    /// <summary>Not fetched until an operator resumes it.</summary>
    public bool IsPaused { get; init; }

    public DateTimeOffset? LastFetch { get; init; }

    public SourceOutcome Outcome { get; init; }

    /// <summary>Why the last fetch failed, as a sentence; null after a success.</summary>
    public string? Error { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Name of the digest that was written last.</summary>
    public string? Digest { get; init; }

    /// <summary>Content of that digest, as a hash.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What the server said of its last answer, for the next conditional request.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public DateTimeOffset? LastModified { get; init; }
}

public enum SourceOutcome
{
    /// <summary>Never fetched.</summary>
    None,

    /// <summary>A digest was written.</summary>
    Fetched,

    /// <summary>The server, or the content, says that nothing is new.</summary>
    Unchanged,

    /// <summary>Nothing usable came; tried again later.</summary>
    Failed,
}
