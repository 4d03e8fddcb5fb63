namespace PaperFunctions.Papers;

/// <summary>What became of a digest. Tables, command line and pages all show these names; <see cref="DigestStates"/> explains
/// them.</summary>
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

    /// <summary>Most entries do not look like papers. None of them is in the tables until an operator accepts the digest.</summary>
    NeedsReview,

    /// <summary>An operator looked at the entries and refused them.</summary>
    Refused,
}

/// <summary>What an operator decided about a digest that needed review.</summary>
public enum ReviewDecision
{
    Accepted,
    Refused,
}

/// <summary>The states in a sentence each.</summary>
public static class DigestStates
{
    /// <summary>One sentence for people: what the state means and what to do.</summary>
    public static string Explain(this DigestState state) => state switch
    {
        DigestState.Reading => "The file is being read.",
        DigestState.Stored => "All papers are stored; the search does not have all of them yet.",
        DigestState.Indexed => "All papers are stored and can be found by search.",
        DigestState.Partial => "The papers are stored, but parts of the file could not be read; its problems say which.",
        DigestState.Failed => "No paper could be read; the problems say why.",
        DigestState.Quarantined => "The format could not be told; choose one to have the file read again.",
        DigestState.NeedsReview =>
            "Most entries do not look like papers; nothing is stored, searched or mailed until an operator accepts them.",
        DigestState.Refused => "An operator refused the entries; nothing of the file was stored or mailed.",
        _ => "",
    };
}
