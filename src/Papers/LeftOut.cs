namespace PaperFunctions.Papers;

/// <summary>Parts of a digest of one kind that were left out on purpose: they became neither a paper nor a field of one.</summary>
/// <param name="Kind">In the plural: "columns that are not used".</param>
/// <param name="Count">All of them.</param>
/// <param name="Names">The first <see cref="MaxNames"/> of them, each cut to a line.</param>
public sealed record LeftOut(string Kind, int Count, IReadOnlyList<string> Names)
{
    public const int MaxNames = 12;
}

/// <summary>An entry as an operator sees it before it is stored; long fields are cut.</summary>
/// <param name="Line">From 1, in the file.</param>
/// <param name="Link">The first one, or null.</param>
/// <param name="Doubt">Why it does not look like a paper; null if it does.</param>
public sealed record EntrySample(int Line, string Title, string Authors, string Abstract, string? Link, string? Doubt);
