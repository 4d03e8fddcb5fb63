namespace PaperFunctions.Ranking.Features;

/// <summary>The runs of 3 and 4 characters of a word between two spaces.</summary>
internal ref struct CharacterRuns
{
    private readonly Span<char> padded;
    private int start;
    private int length;

    /// <param name="buffer">At least two longer than the word.</param>
    public CharacterRuns(ReadOnlySpan<char> word, Span<char> buffer)
    {
        padded = buffer[..(word.Length + 2)];
        padded[0] = padded[^1] = ' ';
        word.CopyTo(padded[1..]);
        (start, length) = (-1, 3);
    }

    public readonly ulong Current => TermTable.CharacterKey(padded.Slice(start, length));

    public bool MoveNext()
    {
        start++;
        if (start + length > padded.Length)
        {
            (start, length) = (0, length + 1);
        }

        return length <= 4 && start + length <= padded.Length;
    }
}
