using System.Runtime.InteropServices;
using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Topics;

/// <summary>Which candidates have which words, and where in their texts: a topic costs only the papers that have its words.</summary>
/// <remarks>See <see cref="PlacedWords"/> for how places count. Words joined by a hyphen stand there as one word too, so that "multi-agent"
/// and "multiagent" meet.</remarks>
internal sealed class WordPlaces
{
    private readonly Vocabulary _words = new();
    private readonly List<List<Posting>> _postings = [];
    private readonly List<ushort> _places = [];
    private readonly int[] _lengths;

    public WordPlaces(IReadOnlyList<StoredPaper> papers, PaperAcronyms acronyms)
    {
        _lengths = new int[papers.Count];
        var tokens = new TokenList();
        var found = new List<(int Word, ushort Place)>();
        for (var paper = 0; paper < papers.Count; paper++)
        {
            tokens.Read(papers[paper].Paper);
            acronyms.Learn(paper, tokens);
            _lengths[paper] = Collect(tokens, found);
            Keep(paper, found);
        }

        MeanLength = Math.Max(1, _lengths.DefaultIfEmpty(1).Average());
    }

    public int Papers => _lengths.Length;

    /// <summary>Words of a mean candidate, those of the title counted three times.</summary>
    public double MeanLength { get; }

    public int Count => _words.Count;

    /// <summary>The word's number, or -1 where no candidate has its stem.</summary>
    public int Find(ReadOnlySpan<char> stem) => _words.Find(stem);

    public string Stem(int word) => _words[word];

    public int Length(int paper) => _lengths[paper];

    /// <summary>The candidates that have a word, in their order.</summary>
    public ReadOnlySpan<Posting> With(int word) => CollectionsMarshal.AsSpan(_postings[word]);

    /// <summary>Where a word stands in one candidate, in order.</summary>
    public ReadOnlySpan<ushort> Places(Posting posting) => CollectionsMarshal.AsSpan(_places).Slice(posting.First, posting.Count);

    private int Collect(TokenList tokens, List<(int Word, ushort Place)> found)
    {
        found.Clear();
        var length = 0;
        Token? before = null;
        var words = new PlacedWords(tokens);
        while (words.MoveNext())
        {
            var (token, place) = (words.Token, words.Place);
            length += token.Text == 0 ? 3 : 1;
            if (token.Kind != TokenKind.Stop)
            {
                found.Add((_words.Add(tokens.Stem(token)), place));
            }

            if (before is { } first && Joined(tokens, first, token) is { } joined)
            {
                found.Add((_words.Add(joined), place));
            }

            before = token;
        }

        return length;
    }

    /// <summary>Two words with a hyphen between, as the stem of one word; null where none or more stands between.</summary>
    private static string? Joined(TokenList tokens, Token first, Token second)
    {
        if (first.Text != second.Text || second.Place.Start.Value != first.Place.End.Value + 1 || tokens.Before(second)[^1] != '-')
        {
            return null;
        }

        return Stems.Joined(tokens.Word(first), tokens.Word(second));
    }

    private void Keep(int paper, List<(int Word, ushort Place)> found)
    {
        found.Sort();
        for (var i = 0; i < found.Count;)
        {
            var (first, word) = (i, found[i].Word);
            var start = _places.Count;
            while (i < found.Count && found[i].Word == word)
            {
                _places.Add(found[i++].Place);
            }

            while (_postings.Count <= word)
            {
                _postings.Add([]);
            }

            _postings[word].Add(new Posting(paper, start, i - first));
        }
    }
}

/// <param name="First">Of its places among all.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Posting(int Paper, int First, int Count);
