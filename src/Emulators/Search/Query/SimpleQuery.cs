namespace PaperFunctions.Emulators.Search.Query;

/// <summary>A search text as its parser understood it.</summary>
internal abstract record QueryNode;

/// <summary>Every document.</summary>
internal sealed record AllDocuments : QueryNode;

internal enum LeafKind
{
    Word,
    Prefix,
    Phrase,
}

internal sealed record Leaf(LeafKind Kind, string Text) : QueryNode;

internal sealed record Both(IReadOnlyList<QueryNode> Parts) : QueryNode;

internal sealed record Either(IReadOnlyList<QueryNode> Parts) : QueryNode;

internal sealed record Not(QueryNode Part) : QueryNode;
