using System.Buffers;

namespace PaperFunctions.Formats.References;

/// <summary>"@kind{" or "@kind(".</summary>
/// <param name="Kind">Lower case.</param>
/// <param name="Length">Characters up to and with the delimiter.</param>
/// <param name="Round">Whether a round parenthesis opens it.</param>
internal sealed record BibtexOpening(string Kind, int Length, bool Round)
{
    private static readonly SearchValues<char> KeyEnds = SearchValues.Create(",=\n{} \t\"");

    /// <summary>Reads the opening at the start of the text; null if that is something else, as in an address.</summary>
    public static BibtexOpening? Match(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith('@'))
        {
            return null;
        }

        var at = SkipBlanks(text, 1);
        var from = at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        var kind = text[from..at];
        at = SkipBlanks(text, at);
        return kind.Length is > 0 and <= 40 && at < text.Length && text[at] is '{' or '('
            ? new(kind.ToString().ToLowerInvariant(), at + 1, text[at] == '(')
            : null;
    }

    /// <summary>Whether the text starts an entry with a key, which no field of another entry looks like.</summary>
    public static bool StartsEntry(ReadOnlySpan<char> text)
    {
        if (Match(text) is not { } opening)
        {
            return false;
        }

        var rest = text[opening.Length..];
        var stop = rest.IndexOfAny(KeyEnds);
        return opening.Kind is "string" or "comment" or "preamble" || (stop > 0 && stop < 200 && rest[stop] == ',');
    }

    /// <summary>Where a line of the text starts an entry; -1 where none does.</summary>
    public static int FindAtLineStart(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (text[from..].IndexOf("\n@") is var at and >= 0)
        {
            from += at + 1;
            if (StartsEntry(text[from..]))
            {
                return from;
            }
        }

        return -1;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
