using System.Buffers;

namespace PaperFunctions.Papers;

/// <summary>Identity of a paper: 32 lower-case hex digits, safe as a table key, a document key and in an address.</summary>
public readonly record struct PaperId(string Value)
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether the text has the form of an id; ids from outside are checked with it before they reach a query.</summary>
    public static bool TryParse(string? text, out PaperId id)
    {
        id = new PaperId(text ?? "");
        return text is { Length: 32 } && !text.AsSpan().ContainsAnyExcept(Hex);
    }

    public override string ToString() => Value;
}
