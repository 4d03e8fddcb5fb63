using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Features;

/// <summary>Counts in how many papers each term occurs, and keeps the most common of those that occur often enough.</summary>
internal sealed class TermCounter
{
    /// <summary>Stems and pairs kept; the rest is too rare to matter in a corpus so large.</summary>
    public const int MaxWords = 60_000;

    /// <summary>Runs of characters kept.</summary>
    public const int MaxCharacters = 30_000;

    private const int MinPapersWord = 2;
    private const int MinPapersCharacters = 3;

    private readonly Vocabulary _stems = new();
    private readonly List<int[]> _papers = [];
    private readonly Dictionary<ulong, int> _characters = [];
    private readonly HashSet<ulong> _seen = [];
    private readonly TokenList _tokens = new();
    private readonly char[] _padded = new char[WordReader.MaxLength + 2];

    public void Add(Paper paper)
    {
        _tokens.Read(paper);
        _seen.Clear();
        var content = new List<int>();
        foreach (var token in _tokens.Tokens)
        {
            if (token.Kind == TokenKind.Content)
            {
                content.Add(_stems.Add(_tokens.Stem(token)));
            }

            for (var runs = new CharacterRuns(_tokens.Word(token), _padded); runs.MoveNext();)
            {
                _seen.Add(runs.Current);
            }
        }

        _papers.Add([.. content]);
        AddTo(_characters, _seen);
    }

    /// <param name="corpus">What is known of papers at large; null for nothing.</param>
    public TermTable ToTable(TermTable? corpus = null)
    {
        var stemCounts = CountStems();
        var pairCounts = CountPairs(stemCounts);
        var kept = stemCounts.Select((n, stem) => (Key: (ulong)stem << 32, Single: true, n))
            .Concat(pairCounts.Select(p => (p.Key, Single: false, n: p.Value)))
            .Where(t => t.n >= MinPapersWord)
            .OrderByDescending(t => t.n).ThenByDescending(t => t.Single).ThenBy(t => Text(t.Key, t.Single), StringComparer.Ordinal)
            .Take(MaxWords)
            .ToList();
        var runs = _characters.Where(c => c.Value >= MinPapersCharacters).OrderByDescending(c => c.Value).ThenBy(c => c.Key)
            .Take(MaxCharacters).ToList();
        var vocabulary = new Vocabulary();
        var renumbered = kept.Where(t => t.Single).ToDictionary(t => (int)(t.Key >> 32), t => vocabulary.Add(_stems[(int)(t.Key >> 32)]));
        var pairs = kept.Where(t => !t.Single);
        return new TermTable(
            vocabulary,
            [.. pairs.Select(t => TermTable.PairKey(renumbered[(int)(t.Key >> 32)], renumbered[(int)t.Key]))],
            [.. runs.Select(r => r.Key)],
            [.. kept.Where(t => t.Single).Select(t => t.n), .. pairs.Select(t => t.n), .. runs.Select(r => r.Value)],
            _papers.Count,
            corpus);
    }

    private int[] CountStems()
    {
        var counts = new int[_stems.Count];
        foreach (var stem in _papers.SelectMany(paper => paper.Distinct()))
        {
            counts[stem]++;
        }

        return counts;
    }

    private Dictionary<ulong, int> CountPairs(int[] stemCounts)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var paper in _papers)
        {
            _seen.Clear();
            for (var i = 1; i < paper.Length; i++)
            {
                if (stemCounts[paper[i - 1]] >= MinPapersWord && stemCounts[paper[i]] >= MinPapersWord)
                {
                    _seen.Add(TermTable.PairKey(paper[i - 1], paper[i]));
                }
            }

            AddTo(counts, _seen);
        }

        return counts;
    }

    private string Text(ulong key, bool single) => single ? _stems[(int)(key >> 32)] : $"{_stems[(int)(key >> 32)]} {_stems[(int)key]}";

    private static void AddTo(Dictionary<ulong, int> counts, HashSet<ulong> seen)
    {
        foreach (var key in seen)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        }
    }
}
