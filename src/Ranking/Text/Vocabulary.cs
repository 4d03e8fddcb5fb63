namespace PaperFunctions.Ranking.Text;

/// <summary>Terms and their numbers, in the order in which they were added.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _terms = [];

    public Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _terms.Count;

    public string this[int number] => _terms[number];

    /// <summary>The term's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> term) => _lookup.TryGetValue(term, out var number) ? number : -1;

    public int Add(ReadOnlySpan<char> term)
    {
        if (_lookup.TryGetValue(term, out var number))
        {
            return number;
        }

        var text = term.ToString();
        _numbers.Add(text, _terms.Count);
        _terms.Add(text);
        return _terms.Count - 1;
    }
}
