namespace PaperFunctions.Ranking.Text;

/// <summary>Reads the words of a text: runs of letters and digits with at least one letter and two characters, folded; no addresses.</summary>
/// <remarks>Scripts without spaces between words give overlapping pairs of characters.</remarks>
/// <param name="buffer">Room for one word; longer words are cut.</param>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    public const int MaxLength = 40;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int at;
    private int length;

    /// <summary>Where the word read last stands in the text.</summary>
    public Range Place { get; private set; }

    /// <summary>The word read last; may be changed in place (stemming).</summary>
    public readonly Span<char> Current => buffer[..length];

    public bool MoveNext()
    {
        while (at < text.Length)
        {
            if (Folding.IsUnspaced(text[at]))
            {
                ReadPair();
                return true;
            }

            if (IsAddress())
            {
                while (at < text.Length && !char.IsWhiteSpace(text[at]))
                {
                    at++;
                }
            }
            else if (ReadRun())
            {
                return true;
            }
        }

        return false;
    }

    private void ReadPair()
    {
        var start = at;
        buffer[0] = text[at++];
        length = 1;
        if (at < text.Length && Folding.IsUnspaced(text[at]))
        {
            buffer[length++] = text[at];
            if (at + 1 >= text.Length || !Folding.IsUnspaced(text[at + 1]))
            {
                at++;
            }
        }

        Place = start..(start + length);
    }

    private readonly bool IsAddress() =>
        text[at] is 'h' or 'H' or 'w' or 'W'
        && (Starts("http://") || Starts("https://") || Starts("www."));

    private readonly bool Starts(string prefix) => text[at..].StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private bool ReadRun()
    {
        length = 0;
        var letter = false;
        var (start, end) = (at, at);
        Span<char> folded = stackalloc char[Folding.Longest];
        while (at < text.Length && !Folding.IsUnspaced(text[at]))
        {
            end = at;
            var part = folded[..Folding.Next(text, ref at, folded)];
            if (!IsOfWord(part, ref letter))
            {
                break;
            }

            part = part[..Math.Min(part.Length, MaxLength - length)];
            part.CopyTo(buffer[length..]);
            length += part.Length;
            end = at;
        }

        Place = start..end;
        return letter && length > 1;
    }

    private static bool IsOfWord(ReadOnlySpan<char> part, ref bool letter)
    {
        foreach (var c in part)
        {
            if (c is not (>= '0' and <= '9'))
            {
                if (!char.IsLetter(c))
                {
                    return false;
                }

                letter = true;
            }
        }

        return true;
    }
}
