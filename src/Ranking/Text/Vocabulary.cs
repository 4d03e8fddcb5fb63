namespace PaperFunctions.Ranking.Text;

/// <summary>Terms and their numbers, in the order in which they were added.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> terms = [];

    public Vocabulary() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => terms.Count;

    public string this[int number] => terms[number];

    /// <summary>The term's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> term) => lookup.TryGetValue(term, out var number) ? number : -1;

    public int Add(ReadOnlySpan<char> term)
    {
        if (lookup.TryGetValue(term, out var number))
        {
            return number;
        }

        var text = term.ToString();
        numbers.Add(text, terms.Count);
        terms.Add(text);
        return terms.Count - 1;
    }
}
