namespace PaperFunctions.Ranking.Features;

/// <summary>The runs of 3 and 4 characters of a word between two spaces.</summary>
internal ref struct CharacterRuns
{
    private readonly Span<char> _padded;
    private int _start;
    private int _length;

    /// <param name="buffer">At least two longer than the word.</param>
    public CharacterRuns(ReadOnlySpan<char> word, Span<char> buffer)
    {
        _padded = buffer[..(word.Length + 2)];
        _padded[0] = _padded[^1] = ' ';
        word.CopyTo(_padded[1..]);
        (_start, _length) = (-1, 3);
    }

    public readonly ulong Current => TermTable.CharacterKey(_padded.Slice(_start, _length));

    public bool MoveNext()
    {
        _start++;
        if (_start + _length > _padded.Length)
        {
            (_start, _length) = (0, _length + 1);
        }

        return _length <= 4 && _start + _length <= _padded.Length;
    }
}
