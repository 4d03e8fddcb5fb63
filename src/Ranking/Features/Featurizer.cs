using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Features;

/// <summary>Texts to weighted terms: (1 + ln tf) x rarity, the words and the runs of characters each to
/// unit length. Not thread-safe; cheap to keep.</summary>
internal sealed class Featurizer(TermTable terms)
{
    private readonly char[] _padded = new char[WordReader.MaxLength + 2];
    private readonly LanguageBackground _language = LanguageBackground.Shipped;
    private readonly List<int> _words = [];
    private readonly List<int> _found = [];
    private readonly List<int> _ids = [];
    private readonly List<float> _weights = [];

    public TokenList Tokens { get; } = new();

    /// <summary>The terms of the last text, in the order of their numbers.</summary>
    public ReadOnlySpan<int> Ids => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ids);

    /// <inheritdoc cref="Ids"/>
    public ReadOnlySpan<float> Weights => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_weights);

    public void Read(Paper paper)
    {
        Tokens.Read(paper);
        Weigh(default, default);
    }

    /// <summary>Reads a few words; stop words are left out. Nothing is found where none of the words is known.</summary>
    public void ReadPhrase(string phrase)
    {
        Tokens.ReadPhrase(phrase);
        Weigh(default, default);
        if (_ids.Count == 0 || _ids[0] >= terms.Stems)
        {
            _ids.Clear();
            _weights.Clear();
            _words.Clear();
        }
    }

    /// <summary>Averages the vectors of the last text's words, each by how often it is there and by the
    /// square of how rare it is in papers at large.</summary>
    /// <param name="average"><see cref="LanguageBackground.Width"/> numbers of length 1; zeros where no word is known.</param>
    /// <returns>Whether a word is known.</returns>
    public bool AverageWords(Span<float> average)
    {
        average.Clear();
        for (var i = 0; i < _words.Count;)
        {
            var first = i;
            while (i < _words.Count && _words[i] == _words[first])
            {
                i++;
            }

            _language.AddVector(_words[first], (1 + MathF.Log(i - first)) * _language.SquaredRarity(_words[first]), average);
        }

        Vectors.ToUnit(average);
        return _words.Count > 0;
    }

    /// <summary>Weighs the tokens read last as if all words with one of two stems were not there.</summary>
    public void Weigh(ReadOnlySpan<char> without, ReadOnlySpan<char> orWithout)
    {
        _found.Clear();
        _words.Clear();
        _ids.Clear();
        _weights.Clear();
        var before = -1;
        foreach (var token in Tokens.Tokens)
        {
            var stem = Tokens.Stem(token);
            if ((without.Length > 0 && stem.SequenceEqual(without)) || (orWithout.Length > 0 && stem.SequenceEqual(orWithout)))
            {
                continue;
            }

            AddCharacters(Tokens.Word(token));
            if (token.Kind != TokenKind.Stop && _language.Find(stem) is >= 0 and var word)
            {
                _words.Add(word);
            }

            before = token.Kind == TokenKind.Content ? AddWord(terms.FindStem(stem), before) : before;
        }

        _words.Sort();
        _found.Sort();
        Count();
        Normalise();
    }

    /// <returns>The word to pair the next one with: this one, or -1 where it is not known.</returns>
    private int AddWord(int stem, int before)
    {
        AddFound(stem);
        if (stem >= 0 && before >= 0)
        {
            AddFound(terms.FindPair(before, stem));
        }

        return stem;
    }

    private void AddCharacters(ReadOnlySpan<char> word)
    {
        var runs = new CharacterRuns(word, _padded);
        while (runs.MoveNext())
        {
            AddFound(terms.FindCharacters(runs.Current));
        }
    }

    private void AddFound(int term)
    {
        if (term >= 0)
        {
            _found.Add(term);
        }
    }

    private void Count()
    {
        for (var i = 0; i < _found.Count;)
        {
            var first = i;
            while (i < _found.Count && _found[i] == _found[first])
            {
                i++;
            }

            _ids.Add(_found[first]);
            _weights.Add((1 + MathF.Log(i - first)) * terms.Rarity[_found[first]]);
        }
    }

    private void Normalise()
    {
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_weights);
        var split = _ids.BinarySearch(terms.Words);
        split = split < 0 ? ~split : split;
        Vectors.ToUnit(all[..split]);
        Vectors.ToUnit(all[split..]);
    }
}
