using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

internal enum LeadKind
{
    Linked,
    Bold,
    Quoted,
    Italic,

    /// <summary>Without marks, up to the buttons behind it or to the end of the line.</summary>
    Plain,

    /// <summary>No title, only an id or an address.</summary>
    Bare,
}

/// <summary>A title with which a line starts.</summary>
/// <param name="Url">Where a linked title leads.</param>
/// <param name="Start">Place of its first character.</param>
/// <param name="End">Place behind its last one.</param>
internal sealed record Lead(LeadKind Kind, string Title, string? Url, int Start, int End)
{
    private LinkEvidence? _sign;

    /// <summary>What its address says; <see cref="LinkEvidence.None"/> without one.</summary>
    public LinkEvidence Sign => _sign ??= Url is null ? LinkEvidence.None : LinkDetector.Of(Url);
}
