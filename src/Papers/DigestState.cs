namespace PaperFunctions.Papers;

/// <summary>What became of a digest.</summary>
public enum DigestState
{
    /// <summary>Being read, or left there by a run that stopped; the next run starts again.</summary>
    Reading,

    /// <summary>All entries are in the tables, not yet all in the search index.</summary>
    Stored,

    /// <summary>All entries are in the tables and in the index.</summary>
    Indexed,

    /// <summary>As <see cref="Stored"/> or <see cref="Indexed"/>, but parts of the file could not be read.</summary>
    Partial,

    /// <summary>No paper could be read.</summary>
    Failed,

    /// <summary>The format could not be decided; a format override settles it.</summary>
    Quarantined,
}
