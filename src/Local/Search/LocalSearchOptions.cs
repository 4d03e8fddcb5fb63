namespace PaperFunctions.Local.Search;

/// <summary>What the local search service needs to run.</summary>
public sealed class LocalSearchOptions
{
    /// <summary>Holds one SQLite file for each index; made if missing. Indexes found there are served again after a restart.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Value of the <c>api-key</c> header that may do everything.</summary>
    public string AdminKey { get; init; } = "local-admin-key";

    /// <summary>Value of the <c>api-key</c> header that may only query; null: there is none.</summary>
    public string? QueryKey { get; init; }

    /// <summary>The name that error messages use for the service.</summary>
    public string ServiceName { get; init; } = "local";

    /// <summary>
    /// For tests of partial failure: given a document's key, the status (409, 422, 429, 503...) with which this one document is
    /// refused, or null to index it.
    /// </summary>
    public Func<string, int?>? FailDocument { get; init; }
}
