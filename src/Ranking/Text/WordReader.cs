namespace PaperFunctions.Ranking.Text;

/// <summary>Reads the words of a text: runs of letters and digits with at least one letter and two
/// characters, folded; no addresses.</summary>
/// <remarks>Scripts without spaces between words give overlapping pairs of characters.</remarks>
/// <param name="buffer">Room for one word; longer words are cut.</param>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    public const int MaxLength = 40;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer;
    private int _at;
    private int _length;

    /// <summary>Where the word read last stands in the text.</summary>
    public Range Place { get; private set; }

    /// <summary>The word read last; may be changed in place (stemming).</summary>
    public readonly Span<char> Current => _buffer[.._length];

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            if (Folding.IsUnspaced(_text[_at]))
            {
                ReadPair();
                return true;
            }

            if (IsAddress())
            {
                while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]))
                {
                    _at++;
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
        var start = _at;
        _buffer[0] = _text[_at++];
        _length = 1;
        if (_at < _text.Length && Folding.IsUnspaced(_text[_at]))
        {
            _buffer[_length++] = _text[_at];
            if (_at + 1 >= _text.Length || !Folding.IsUnspaced(_text[_at + 1]))
            {
                _at++;
            }
        }

        Place = start..(start + _length);
    }

    private readonly bool IsAddress() =>
        _text[_at] is 'h' or 'H' or 'w' or 'W'
        && (Starts("http://") || Starts("https://") || Starts("www."));

    private readonly bool Starts(string prefix) => _text[_at..].StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private bool ReadRun()
    {
        _length = 0;
        var letter = false;
        var (start, end) = (_at, _at);
        Span<char> folded = stackalloc char[Folding.Longest];
        while (_at < _text.Length && !Folding.IsUnspaced(_text[_at]))
        {
            end = _at;
            var part = folded[..Folding.Next(_text, ref _at, folded)];
            if (!IsOfWord(part, ref letter))
            {
                break;
            }

            part = part[..Math.Min(part.Length, MaxLength - _length)];
            part.CopyTo(_buffer[_length..]);
            _length += part.Length;
            end = _at;
        }

        Place = start..end;
        return letter && _length > 1;
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
