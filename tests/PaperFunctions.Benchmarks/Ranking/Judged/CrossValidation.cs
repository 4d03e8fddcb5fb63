using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Topics;

namespace PaperFunctions.Benchmarks.Ranking.Judged;

/// <summary>The factors of topic chances, fitted for each topic on the other topics alone.</summary>
internal static class CrossValidation
{
    private static readonly double[] Bounds = [0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1];

    /// <summary>What the log-odds are made of: a constant first, then as <see cref="TopicEvidence.LogOdds"/> weighs them.</summary>
    public static double[] Features(TopicEvidence e) => [1, e.Strength, e.Coverage, e.Together, e.Similarity];

    public static void Print(CandidateSet set, List<JudgedTopic> topics, double[] floors, int size)
    {
        var rows = topics.Select(t => set.Topics.Match(t.Text).Found.Select(f => (Features: Features(f.Evidence), f.Paper, Grade: t.Grades[f.Paper])).ToList()).ToList();
        var chances = rows.Select((own, held) =>
        {
            var fit = Fit(rows.Where((_, i) => i != held));
            return own.Select(r => (r.Paper, r.Grade, Chance: Logistic.Chance(fit, r.Features))).OrderByDescending(r => r.Chance).ToList();
        }).ToList();
        foreach (var floor in floors)
        {
            var measures = new MailMeasures();
            for (var i = 0; i < topics.Count; i++)
            {
                measures.Add(topics[i], [.. chances[i].Select(c => c.Paper)], [.. chances[i].Where(c => c.Chance >= floor).Take(size).Select(c => c.Paper)]);
            }

            Console.WriteLine(measures.Row(FormattableString.Invariant($"cross-validated, from {floor:.00}")));
        }

        Console.WriteLine($"\nFitted on all topics: {string.Join(", ", Fit(rows).Select(f => f.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))}\n");
        Curve([.. chances.SelectMany(c => c)]);
    }

    private static double[] Fit(IEnumerable<List<(double[] Features, int Paper, int Grade)>> rows) =>
        Logistic.Fit([.. rows.SelectMany(r => r).Select(r => (r.Features, r.Grade == 2))], ridge: 0.1);

    /// <summary>Whether chances mean what they say, on topics that they were not fitted on.</summary>
    private static void Curve(List<(int Paper, int Grade, double Chance)> all)
    {
        Console.WriteLine("| chance, cross-validated | papers | mean chance | asked for | asked for or adjacent |\n| --- | --- | --- | --- | --- |");
        foreach (var (from, to) in Bounds.Zip(Bounds[1..]))
        {
            var within = all.Where(a => a.Chance >= from && a.Chance < to).ToList();
            if (within.Count > 0)
            {
                Console.WriteLine(FormattableString.Invariant($"| {from:.00} to {to:.00} | {within.Count} | {within.Average(w => w.Chance):.00} | {within.Average(w => w.Grade == 2 ? 1.0 : 0):.00} | {within.Average(w => w.Grade > 0 ? 1.0 : 0):.00} |"));
            }
        }
    }
}
