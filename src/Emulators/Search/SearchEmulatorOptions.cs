namespace PaperFunctions.Emulators.Search;

/// <summary>What the search emulator needs to run.</summary>
public sealed class SearchEmulatorOptions
{
    /// <summary>Holds one SQLite file for each index; made if missing. Indexes found there are served again after a restart.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The value that requests must carry in their <c>api-key</c> header.</summary>
    public required string AdminKey { get; init; }

    /// <summary>For tests of partial failure: takes a document's key and returns the status (409, 422, 429, 503...) with which this
    /// one document is refused, or null to index it.</summary>
    public Func<string, int?>? FailDocument { get; init; }
}
