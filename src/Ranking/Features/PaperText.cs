using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Features;

/// <summary>Papers as weighted terms.</summary>
internal static class PaperText
{
    /// <summary>BM25's saturation of repeated words and share of length normalisation (Robertson and Zaragoza 2009, usual values).</summary>
    public const float K1 = 1.2f;

    /// <inheritdoc cref="K1"/>
    public const float B = 0.75f;

    public static string Of(Paper paper) => $"{paper.Title}\n{paper.Abstract}";

    /// <summary>TF-IDF: (1 + ln tf) x rarity, to unit length; terms outside the vocabulary are left out.</summary>
    public static KeyValuePair<int, float>[] TfIdf(Dictionary<string, int> counts, Vocabulary vocabulary, IReadOnlyList<float> rarity)
    {
        var row = Known(counts, vocabulary, (term, tf) => (1 + MathF.Log(tf)) * rarity[term]);
        var length = MathF.Sqrt(row.Sum(p => p.Value * p.Value));
        return length == 0 ? row : [.. row.Select(p => new KeyValuePair<int, float>(p.Key, p.Value / length))];
    }

    /// <summary>The part of BM25 that does not depend on the query, 0 to below rarity x (k1 + 1).</summary>
    public static KeyValuePair<int, float>[] Bm25(Dictionary<string, int> counts, Vocabulary vocabulary, IReadOnlyList<float> rarity, float meanLength)
    {
        var norm = K1 * (1 - B + (B * counts.Values.Sum() / meanLength));
        return Known(counts, vocabulary, (term, tf) => rarity[term] * tf * (K1 + 1) / (tf + norm));
    }

    private static KeyValuePair<int, float>[] Known(Dictionary<string, int> counts, Vocabulary vocabulary, Func<int, int, float> weigh) =>
        [.. counts.Select(c => (Term: vocabulary.Find(c.Key), c.Value))
            .Where(c => c.Term >= 0)
            .OrderBy(c => c.Term)
            .Select(c => new KeyValuePair<int, float>(c.Term, weigh(c.Term, c.Value)))];
}
