namespace PaperFunctions.Papers;

/// <summary>One paper's place in one digest.</summary>
/// <param name="Rank">Position in the digest, from 1.</param>
/// <param name="Line">Line on which the entry starts, from 1; 0 if the format has no lines.</param>
public sealed record Entry(int Rank, int Line, Paper Paper);
