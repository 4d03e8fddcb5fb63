namespace PaperFunctions.Papers;

/// <summary>Something in a digest that could not be read, and where.</summary>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Reason">One sentence: what is wrong and, where it helps, what to do.</param>
/// <param name="Column">From 1, where known.</param>
/// <param name="Byte">Offset from the start of the file, where a line says nothing (binary, one-line files).</param>
public sealed record Problem(int Line, string Reason, int? Column = null, long? Byte = null);

/// <summary>A format that the content may be in.</summary>
/// <param name="Confidence">0 (surely not) to 1 (surely).</param>
public sealed record FormatGuess(string Format, double Confidence);
