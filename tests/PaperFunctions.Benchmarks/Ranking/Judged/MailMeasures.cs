namespace PaperFunctions.Benchmarks.Ranking.Judged;

/// <summary>What judged topics got: how well papers were ranked, and what was mailed.</summary>
internal sealed class MailMeasures
{
    private const int Depth = 10;
    private const int MostWanted = 8;

    private readonly int[] mailed = new int[3];
    private readonly List<double> gains = [];
    private readonly List<double> precisions = [];
    private int wanted;
    private int empty;
    private int mailsToEmpty;

    public double Recall => mailed[2] / (double)Math.Max(1, wanted);

    public double Strict => mailed[2] / (double)Math.Max(1, mailed.Sum());

    /// <param name="ranked">All candidates, best first.</param>
    /// <param name="picked">Those that are mailed.</param>
    public void Add(JudgedTopic topic, IReadOnlyList<int> ranked, IReadOnlyList<int> picked)
    {
        foreach (var paper in picked)
        {
            mailed[topic.Grades[paper]]++;
        }

        wanted += Math.Min(MostWanted, topic.Twos);
        if (topic.Twos == 0)
        {
            empty++;
            mailsToEmpty += picked.Count > 0 ? 1 : 0;
            return;
        }

        gains.Add(Gain(ranked.Select(p => topic.Grades[p])) / Gain(topic.Grades.OrderDescending()));
        precisions.Add(ranked.Take(topic.Twos).Count(p => topic.Grades[p] == 2) / (double)topic.Twos);
    }

    public string Row(string name) => FormattableString.Invariant(
        $"| {name} | {gains.Average():.000} | {precisions.Average():.000} | {mailed.Sum()} | {Strict:.000} | {(mailed[1] + mailed[2]) / (double)Math.Max(1, mailed.Sum()):.000} | {Recall:.000} | {mailsToEmpty} of {empty} |");

    /// <summary>Discounted cumulative gain, 3 for a grade of 2 and 1 for a grade of 1.</summary>
    private static double Gain(IEnumerable<int> grades) => grades.Take(Depth).Select((g, i) => (Math.Pow(2, g) - 1) / Math.Log2(i + 2)).Sum();
}
