namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>How good one ranking is.</summary>
/// <param name="Auc">Chance that a relevant paper is above an irrelevant one.</param>
/// <param name="Precision">Mean precision at the relevant papers (AP).</param>
/// <param name="TopTen">Share of relevant papers among the first ten.</param>
/// <param name="Gain">nDCG of the first ten.</param>
/// <param name="Matched">As Auc, over pairs whose texts differ in length by less than a tenth: what is
/// left when length tells nothing.</param>
internal sealed record Measures(double Auc, double Precision, double TopTen, double Gain, double Matched)
{
    public static Measures Of(Pages pages, Trial trial, float[] scores)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).Where(i => !trial.Excludes(i)).OrderByDescending(i => scores[i])];
        var relevant = pages.Has[trial.Page];
        var (hits, sum, top, gain) = (0, 0.0, 0, 0.0);
        for (var i = 0; i < order.Length; i++)
        {
            if (relevant[order[i]])
            {
                hits++;
                sum += hits / (i + 1.0);
                top += i < 10 ? 1 : 0;
                gain += i < 10 ? 1 / Math.Log2(i + 2) : 0;
            }
        }

        return new Measures(
            Pairs(order, relevant, scores, (_, _) => true),
            sum / Math.Max(1, hits),
            top / 10.0,
            gain / Enumerable.Range(0, Math.Clamp(hits, 1, 10)).Sum(i => 1 / Math.Log2(i + 2)),
            Pairs(order, relevant, scores, (a, b) => Math.Abs(Math.Log(pages.Words[a] / (double)pages.Words[b])) < Math.Log(1.1)));
    }

    private static double Pairs(int[] papers, bool[] relevant, float[] scores, Func<int, int, bool> counts)
    {
        var (won, all) = (0.0, 0);
        foreach (var good in papers.Where(p => relevant[p]))
        {
            foreach (var bad in papers)
            {
                if (!relevant[bad] && counts(good, bad))
                {
                    all++;
                    won += scores[good] > scores[bad] ? 1 : scores[good] == scores[bad] ? 0.5 : 0;
                }
            }
        }

        return all == 0 ? 0.5 : won / all;
    }
}
