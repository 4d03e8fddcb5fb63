namespace PaperFunctions.Ranking.Features;

/// <summary>For each term the papers that have it, with a weight: scores of a few terms cost only the papers that have them.</summary>
internal sealed class Postings
{
    private readonly int[] starts;
    private readonly int[] papers;
    private readonly float[] weights;

    private Postings(int[] starts, int[] papers, float[] weights) => (this.starts, this.papers, this.weights) = (starts, papers, weights);

    /// <param name="rows">For each paper its terms and weights.</param>
    /// <param name="terms">Number of terms; those of the rows are below it.</param>
    public static Postings Build(IReadOnlyList<KeyValuePair<int, float>[]> rows, int terms)
    {
        var starts = new int[terms + 1];
        foreach (var row in rows)
        {
            foreach (var (term, _) in row)
            {
                starts[term + 1]++;
            }
        }

        for (var term = 0; term < terms; term++)
        {
            starts[term + 1] += starts[term];
        }

        var (papers, weights, next) = (new int[starts[terms]], new float[starts[terms]], (int[])starts.Clone());
        for (var paper = 0; paper < rows.Count; paper++)
        {
            foreach (var (term, weight) in rows[paper])
            {
                var at = next[term]++;
                (papers[at], weights[at]) = (paper, weight);
            }
        }

        return new Postings(starts, papers, weights);
    }

    /// <summary>Adds factor x weight to the score of each paper that has the term.</summary>
    public void AddTo(Span<float> scores, int term, float factor)
    {
        var (from, to) = (starts[term], starts[term + 1]);
        var hit = papers.AsSpan(from, to - from);
        var weight = weights.AsSpan(from, to - from);
        for (var i = 0; i < hit.Length; i++)
        {
            scores[hit[i]] += factor * weight[i];
        }
    }
}
