using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;

using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Benchmarks.Ranking.Peers;

/// <summary>For each word the candidates that have it, weighed by BM25: a phrase costs only the papers that have its words.</summary>
internal sealed class WordIndex
{
    /// <summary>Saturation of repeated words (Robertson and Zaragoza 2009, doi:10.1561/1500000019; the usual values).</summary>
    private const float K1 = 1.2f;

    /// <summary>Share of the correction for length.</summary>
    private const float B = 0.75f;

    private readonly Vocabulary _words = new();
    private readonly List<List<(int Paper, float Weight)>> _postings = [];
    private readonly float[] _rarity;

    public WordIndex(IReadOnlyList<StoredPaper> papers, TermTable terms)
    {
        var counts = papers.Select(p => Count(p.Paper)).ToList();
        var mean = Math.Max(1, (float)counts.Select(c => c.Values.Sum()).DefaultIfEmpty(1).Average());
        var with = new int[_words.Count];
        foreach (var word in counts.SelectMany(c => c.Keys))
        {
            with[word]++;
        }

        _rarity = [.. with.Select((n, word) => Rarity(_words[word], terms, n, counts.Count))];
        for (var paper = 0; paper < counts.Count; paper++)
        {
            var norm = K1 * (1 - B + (B * counts[paper].Values.Sum() / mean));
            foreach (var (word, n) in counts[paper])
            {
                _postings[word].Add((paper, _rarity[word] * n * (K1 + 1) / (n + norm)));
            }
        }
    }

    /// <summary>The word's number, or -1 where no candidate has its stem.</summary>
    public int Find(ReadOnlySpan<char> stem) => _words.Find(stem);

    /// <summary>ln(1 + (N - n + 1/2) / (n + 1/2)): never negative, as in Lucene.</summary>
    public float Rarity(int word) => _rarity[word];

    /// <summary>The candidates that have a word, in their order, with weights from 0 to below rarity x (k1 + 1).</summary>
    public ReadOnlySpan<(int Paper, float Weight)> Papers(int word) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_postings[word]);

    /// <summary>The word's weight in one candidate, 0 where it is not there.</summary>
    public float Weight(int word, int paper)
    {
        var at = _postings[word].BinarySearch((paper, 0), ByPaper);
        return at < 0 ? 0 : _postings[word][at].Weight;
    }

    private static readonly IComparer<(int Paper, float Weight)> ByPaper =
        Comparer<(int Paper, float Weight)>.Create((a, b) => a.Paper.CompareTo(b.Paper));

    private Dictionary<int, int> Count(Paper paper)
    {
        var tokens = new TokenList().Read(paper);
        var counts = new Dictionary<int, int>();
        foreach (var token in tokens.Tokens)
        {
            if (token.Kind != TokenKind.Stop)
            {
                var word = _words.Add(tokens.Stem(token));
                counts[word] = counts.GetValueOrDefault(word) + 1;
                if (word == _postings.Count)
                {
                    _postings.Add([]);
                }
            }
        }

        return counts;
    }

    /// <summary>By the model where it counts the word; words that every abstract has it does not count,
    /// so these go by the candidates.</summary>
    private static float Rarity(string stem, TermTable terms, int with, int candidates)
    {
        var (n, all) = terms.FindStem(stem) is >= 0 and var known ? (terms.PapersWith[known], terms.Papers)
            : Boilerplate.Contains(stem) ? (with, candidates)
            : (with, Math.Max(terms.Papers, candidates));
        return MathF.Log(1 + ((Math.Max(all, n) - n + 0.5f) / (n + 0.5f)));
    }
}
