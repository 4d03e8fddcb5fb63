using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Features;

/// <summary>Texts to weighted terms: (1 + ln tf) x rarity, the words and the runs of characters each to unit length. Not thread-safe; cheap to keep.</summary>
internal sealed class Featurizer(TermTable terms)
{
    private readonly char[] padded = new char[WordReader.MaxLength + 2];
    private readonly LanguageBackground language = LanguageBackground.Shipped;
    private readonly List<int> words = [];
    private readonly List<int> found = [];
    private readonly List<int> ids = [];
    private readonly List<float> weights = [];

    public TokenList Tokens { get; } = new();

    /// <summary>The terms of the last text, in the order of their numbers.</summary>
    public ReadOnlySpan<int> Ids => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids);

    /// <inheritdoc cref="Ids"/>
    public ReadOnlySpan<float> Weights => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(weights);

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
        if (ids.Count == 0 || ids[0] >= terms.Stems)
        {
            ids.Clear();
            weights.Clear();
            words.Clear();
        }
    }

    /// <summary>Averages the vectors of the last text's words, each by how often it is there and by the square of how rare it is in papers at large.</summary>
    /// <param name="average"><see cref="LanguageBackground.Width"/> numbers of length 1; zeros where no word is known.</param>
    /// <returns>Whether a word is known.</returns>
    public bool AverageWords(Span<float> average)
    {
        average.Clear();
        for (var i = 0; i < words.Count;)
        {
            var first = i;
            while (i < words.Count && words[i] == words[first])
            {
                i++;
            }

            language.AddVector(words[first], (1 + MathF.Log(i - first)) * language.SquaredRarity(words[first]), average);
        }

        Vectors.ToUnit(average);
        return words.Count > 0;
    }

    /// <summary>Weighs the tokens read last as if all words with one of two stems were not there.</summary>
    public void Weigh(ReadOnlySpan<char> without, ReadOnlySpan<char> orWithout)
    {
        found.Clear();
        words.Clear();
        ids.Clear();
        weights.Clear();
        var before = -1;
        foreach (var token in Tokens.Tokens)
        {
            var stem = Tokens.Stem(token);
            if ((without.Length > 0 && stem.SequenceEqual(without)) || (orWithout.Length > 0 && stem.SequenceEqual(orWithout)))
            {
                continue;
            }

            AddCharacters(Tokens.Word(token));
            if (token.Kind != TokenKind.Stop && language.Find(stem) is >= 0 and var word)
            {
                words.Add(word);
            }

            before = token.Kind == TokenKind.Content ? AddWord(terms.FindStem(stem), before) : before;
        }

        words.Sort();
        found.Sort();
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
        var runs = new CharacterRuns(word, padded);
        while (runs.MoveNext())
        {
            AddFound(terms.FindCharacters(runs.Current));
        }
    }

    private void AddFound(int term)
    {
        if (term >= 0)
        {
            found.Add(term);
        }
    }

    private void Count()
    {
        for (var i = 0; i < found.Count;)
        {
            var first = i;
            while (i < found.Count && found[i] == found[first])
            {
                i++;
            }

            ids.Add(found[first]);
            weights.Add((1 + MathF.Log(i - first)) * terms.Rarity[found[first]]);
        }
    }

    private void Normalise()
    {
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(weights);
        var split = ids.BinarySearch(terms.Words);
        split = split < 0 ? ~split : split;
        Vectors.ToUnit(all[..split]);
        Vectors.ToUnit(all[split..]);
    }
}
