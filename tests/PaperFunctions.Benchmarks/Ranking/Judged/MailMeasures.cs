namespace PaperFunctions.Benchmarks.Ranking.Judged;

/// <summary>What judged topics got: how well papers were ranked, and what was mailed.</summary>
internal sealed class MailMeasures
{
    private const int Depth = 10;
    private const int MostWanted = 8;

    private readonly int[] _mailed = new int[3];
    private readonly List<double> _gains = [];
    private readonly List<double> _precisions = [];
    private int _wanted;
    private int _empty;
    private int _mailsToEmpty;

    public double Recall => _mailed[2] / (double)Math.Max(1, _wanted);

    public double Strict => _mailed[2] / (double)Math.Max(1, _mailed.Sum());

    /// <param name="ranked">All candidates, best first.</param>
    /// <param name="picked">Those that are mailed.</param>
    public void Add(JudgedTopic topic, IReadOnlyList<int> ranked, IReadOnlyList<int> picked)
    {
        foreach (var paper in picked)
        {
            _mailed[topic.Grades[paper]]++;
        }

        _wanted += Math.Min(MostWanted, topic.Twos);
        if (topic.Twos == 0)
        {
            _empty++;
            _mailsToEmpty += picked.Count > 0 ? 1 : 0;
            return;
        }

        _gains.Add(Gain(ranked.Select(p => topic.Grades[p])) / Gain(topic.Grades.OrderDescending()));
        _precisions.Add(ranked.Take(topic.Twos).Count(p => topic.Grades[p] == 2) / (double)topic.Twos);
    }

    public string Row(string name) =>
        $"| {name} | {_gains.Average():.000} | {_precisions.Average():.000} | {_mailed.Sum()} | {Strict:.000} | "
        + $"{(_mailed[1] + _mailed[2]) / (double)Math.Max(1, _mailed.Sum()):.000} | {Recall:.000} | {_mailsToEmpty} of {_empty} |";

    /// <summary>Discounted cumulative gain, 3 for a grade of 2 and 1 for a grade of 1.</summary>
    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(Depth).Select((g, i) => (Math.Pow(2, g) - 1) / Math.Log2(i + 2)).Sum();
}
