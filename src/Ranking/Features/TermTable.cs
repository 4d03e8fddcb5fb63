using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Features;

/// <summary>The terms that texts are measured by, and how rare each is: stems and pairs of them, then runs of 3 and 4 characters.</summary>
internal sealed class TermTable
{
    /// <summary>The corpus counts as if so many more papers like it had come in, however large it is.</summary>
    private const int MostCorpusPapers = 500;

    private readonly Vocabulary _stems;
    private readonly ulong[] _pairKeys;
    private readonly ulong[] _characterKeys;
    private readonly Dictionary<ulong, int> _pairs;
    private readonly Dictionary<ulong, int> _characters;

    /// <param name="stems">Numbered from 0.</param>
    /// <param name="pairKeys">Numbered on from the stems; see <see cref="PairKey"/>.</param>
    /// <param name="characterKeys">Numbered on from the pairs; see <see cref="CharacterKey"/>.</param>
    /// <param name="papersWith">For each term the papers that have it.</param>
    /// <param name="corpus">What is known of papers at large: it steadies how rare terms are, so a larger one can only know better.</param>
    public TermTable(Vocabulary stems, ulong[] pairKeys, ulong[] characterKeys, int[] papersWith, int papers, TermTable? corpus = null)
    {
        (_stems, _pairKeys, _characterKeys, PapersWith, Papers) = (stems, pairKeys, characterKeys, papersWith, papers);
        _pairs = Numbered(pairKeys, stems.Count);
        _characters = Numbered(characterKeys, stems.Count + pairKeys.Length);
        // ln((1 + N) / (1 + n)) + 1, as scikit-learn's smoothed idf.
        var more = Math.Min(MostCorpusPapers, corpus?.Papers ?? 0);
        Rarity = [.. papersWith.Select((n, term) => 1
            + MathF.Log((1f + papers + more) / (1f + n + (corpus is null ? 0 : more * ShareIn(corpus, term)))))];
    }

    public int Papers { get; }

    public int[] PapersWith { get; }

    public float[] Rarity { get; }

    public int Stems => _stems.Count;

    /// <summary>Stems and pairs; the terms from here on are runs of characters.</summary>
    public int Words => _stems.Count + _pairKeys.Length;

    public int Count => Words + _characterKeys.Length;

    public ReadOnlySpan<ulong> Pairs => _pairKeys;

    public ReadOnlySpan<ulong> Characters => _characterKeys;

    public string StemText(int stem) => _stems[stem];

    /// <summary>The stem's number, or -1.</summary>
    public int FindStem(ReadOnlySpan<char> stem) => _stems.Find(stem);

    /// <summary>The number of two stems in this order, or -1.</summary>
    public int FindPair(int first, int second) => _pairs.GetValueOrDefault(PairKey(first, second), -1);

    /// <summary>The number of a run of 3 or 4 characters, or -1.</summary>
    public int FindCharacters(ulong key) => _characters.GetValueOrDefault(key, -1);

    /// <summary>How much two stems keep to each other, -1 to 1, 0 where they meet by chance: pointwise mutual information, normalised
    /// (Bouma 2009).</summary>
    public double Closeness(int first, int second, int pair)
    {
        var share = PapersWith[pair] / (double)Papers;
        return share >= 1 ? 1 : Math.Log(share * Papers / PapersWith[first] * Papers / PapersWith[second]) / -Math.Log(share);
    }

    public static ulong PairKey(int first, int second) => ((ulong)(uint)first << 32) | (uint)second;

    /// <summary>Up to four UTF-16 units in one number.</summary>
    public static ulong CharacterKey(ReadOnlySpan<char> run)
    {
        var key = 0UL;
        foreach (var c in run)
        {
            key = (key << 16) | c;
        }

        return key;
    }

    /// <summary>Share of a corpus's papers that have a term of this table, 0 to 1.</summary>
    private float ShareIn(TermTable corpus, int term)
    {
        var there = term < Stems ? corpus.FindStem(_stems[term])
            : term >= Words ? corpus.FindCharacters(_characterKeys[term - Words])
            : corpus.FindPair(corpus.FindStem(_stems[(int)(_pairKeys[term - Stems] >> 32)]),
                corpus.FindStem(_stems[(int)_pairKeys[term - Stems]]));
        return there < 0 ? 0 : corpus.PapersWith[there] / (float)corpus.Papers;
    }

    private static Dictionary<ulong, int> Numbered(ulong[] keys, int first)
    {
        var numbers = new Dictionary<ulong, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            numbers.Add(keys[i], first + i);
        }

        return numbers;
    }
}
