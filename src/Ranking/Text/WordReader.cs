using System.Globalization;

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
    }

    private readonly bool IsAddress() =>
        text[at] is 'h' or 'H' or 'w' or 'W'
        && (Starts("http://") || Starts("https://") || Starts("www."));

    private readonly bool Starts(string prefix) => text[at..].StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private bool ReadRun()
    {
        length = 0;
        var letter = false;
        for (; at < text.Length && !Folding.IsUnspaced(text[at]); at++)
        {
            var c = Folding.Fold(text[at]);
            if (c is >= 'a' and <= 'z' || (c >= 0x80 && char.IsLetter(c)))
            {
                letter = true;
            }
            else if (c is not (>= '0' and <= '9'))
            {
                if (c >= 0x80 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                {
                    continue;
                }

                at++;
                break;
            }

            if (length < MaxLength)
            {
                buffer[length++] = c;
            }
        }

        return letter && length > 1;
    }
}
