using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Features;

/// <summary>The terms that texts are measured by, and how rare each is: stems and pairs of them, then runs of 3 and 4 characters.</summary>
internal sealed class TermTable
{
    private readonly Vocabulary stems;
    private readonly ulong[] pairKeys;
    private readonly ulong[] characterKeys;
    private readonly Dictionary<ulong, int> pairs;
    private readonly Dictionary<ulong, int> characters;

    /// <param name="stems">Numbered from 0.</param>
    /// <param name="pairKeys">Numbered on from the stems; see <see cref="PairKey"/>.</param>
    /// <param name="characterKeys">Numbered on from the pairs; see <see cref="CharacterKey"/>.</param>
    /// <param name="papersWith">For each term the papers that have it.</param>
    public TermTable(Vocabulary stems, ulong[] pairKeys, ulong[] characterKeys, int[] papersWith, int papers)
    {
        (this.stems, this.pairKeys, this.characterKeys, PapersWith, Papers) = (stems, pairKeys, characterKeys, papersWith, papers);
        pairs = Numbered(pairKeys, stems.Count);
        characters = Numbered(characterKeys, stems.Count + pairKeys.Length);
        // ln((1 + N) / (1 + n)) + 1, as scikit-learn's smoothed idf.
        Rarity = [.. papersWith.Select(n => 1 + MathF.Log((1f + papers) / (1f + n)))];
    }

    public int Papers { get; }

    public int[] PapersWith { get; }

    public float[] Rarity { get; }

    public int Stems => stems.Count;

    /// <summary>Stems and pairs; the terms from here on are runs of characters.</summary>
    public int Words => stems.Count + pairKeys.Length;

    public int Count => Words + characterKeys.Length;

    public ReadOnlySpan<ulong> Pairs => pairKeys;

    public ReadOnlySpan<ulong> Characters => characterKeys;

    public string StemText(int stem) => stems[stem];

    /// <summary>The stem's number, or -1.</summary>
    public int FindStem(ReadOnlySpan<char> stem) => stems.Find(stem);

    /// <summary>The number of two stems in this order, or -1.</summary>
    public int FindPair(int first, int second) => pairs.GetValueOrDefault(PairKey(first, second), -1);

    /// <summary>The number of a run of 3 or 4 characters, or -1.</summary>
    public int FindCharacters(ulong key) => characters.GetValueOrDefault(key, -1);

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
