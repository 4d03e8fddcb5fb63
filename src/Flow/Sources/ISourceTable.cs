using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Flow.Sources;

/// <summary>A row for each source that was ever set, by its name.</summary>
public interface ISourceTable : IVersionedTable<string, SourceState>;
