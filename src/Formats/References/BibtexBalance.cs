using System.Buffers;

namespace PaperFunctions.Formats.References;

/// <summary>Why the search for the end of an entry stopped.</summary>
internal enum BibtexStop
{
    /// <summary>More text is needed.</summary>
    More,
    Closed,

    /// <summary>A line that starts the next entry.</summary>
    NextEntry,
}

/// <summary>Counts the braces of one entry.</summary>
internal sealed class BibtexBalance(bool round)
{
    /// <summary>Enough of a line to see whether it starts an entry.</summary>
    private const int Ahead = 256;

    private int _depth;
    private bool _quoted;

    /// <summary>Scans on from a place; where more text is needed, the place to go on from.</summary>
    public (BibtexStop Found, int At) Scan(ReadOnlySpan<char> text, int from, SearchValues<char> signs, bool isLast)
    {
        var at = from;
        while (text[at..].IndexOfAny(signs) is var next and >= 0)
        {
            at += next;
            if (!isLast && text.Length - at < Ahead && text[at] is '\n' or '\\')
            {
                return (BibtexStop.More, at);
            }

            if (text[at] == '\n' && BibtexOpening.StartsEntry(text[(at + 1)..]))
            {
                return (BibtexStop.NextEntry, at + 1);
            }

            if (Closes(text[at]))
            {
                return (BibtexStop.Closed, at);
            }

            at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '(' or ')' or '\\' ? 2 : 1;
        }

        return (BibtexStop.More, text.Length);
    }

    private bool Closes(char c)
    {
        switch (c)
        {
            case '{':
                _depth++;
                return false;
            case '}' when _depth == 0:
                return !round;
            case '}':
                _depth--;
                return false;
            case '"' when _depth == 0:
                _quoted = !_quoted;
                return false;
            default:
                return c == ')' && round && _depth == 0 && !_quoted;
        }
    }
}
