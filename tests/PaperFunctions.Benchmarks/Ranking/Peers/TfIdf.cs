namespace PaperFunctions.Benchmarks.Ranking.Peers;

/// <summary>Texts as sparse unit rows of TF-IDF, as scikit-learn's TfidfVectorizer with sublinear tf and smooth idf makes them.</summary>
internal sealed class TfIdf
{
    private TfIdf((int Term, float Weight)[][] rows, int terms) => (Rows, Terms) = (rows, terms);

    public (int Term, float Weight)[][] Rows { get; }

    public int Terms { get; }

    /// <param name="texts">For each text its terms, repeated as often as they occur.</param>
    /// <param name="minPapers">Terms in fewer texts are left out.</param>
    /// <param name="maxShare">Terms in a larger share of the texts are left out.</param>
    /// <param name="mostTerms">Only so many terms are kept, those with the most occurrences.</param>
    public static TfIdf Build(IReadOnlyList<IReadOnlyList<string>> texts, int minPapers, double maxShare = 1, int mostTerms = int.MaxValue)
    {
        var counts = texts.Select(t => t.GroupBy(x => x, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal)).ToList();
        var all = counts.SelectMany(c => c).GroupBy(c => c.Key, StringComparer.Ordinal)
            .Select(g => (Term: g.Key, Papers: g.Count(), Total: g.Sum(c => c.Value)))
            .Where(t => t.Papers >= minPapers && t.Papers <= maxShare * texts.Count)
            .OrderByDescending(t => t.Total).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(mostTerms)
            .Select((t, i) => (t.Term, Number: i, Rarity: 1 + Math.Log((1.0 + texts.Count) / (1 + t.Papers))))
            .ToDictionary(t => t.Term, StringComparer.Ordinal);
        return new TfIdf([.. counts.Select(c => Unit([.. c.Where(t => all.ContainsKey(t.Key))
            .Select(t => (all[t.Key].Number, (float)((1 + Math.Log(t.Value)) * all[t.Key].Rarity))).OrderBy(t => t.Number)]))], all.Count);
    }

    public float[] Dense(int row)
    {
        var dense = new float[Terms];
        foreach (var (term, weight) in Rows[row])
        {
            dense[term] = weight;
        }

        return dense;
    }

    private static (int Term, float Weight)[] Unit((int Term, float Weight)[] row)
    {
        var length = (float)Math.Sqrt(row.Sum(r => r.Weight * (double)r.Weight));
        return length == 0 ? row : [.. row.Select(r => (r.Term, r.Weight / length))];
    }
}
