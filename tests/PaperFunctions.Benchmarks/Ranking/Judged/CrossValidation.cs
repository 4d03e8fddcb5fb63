using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Choice;
using PaperFunctions.Ranking.Tastes;
using PaperFunctions.Ranking.Topics;

namespace PaperFunctions.Benchmarks.Ranking.Judged;

/// <summary>The factors of topic chances, fitted for each topic on the other topics alone.</summary>
internal static class CrossValidation
{
    private static readonly double[] Bounds = [0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1];

    /// <summary>What the log-odds are made of: a constant first, then as <see cref="TopicEvidence.LogOdds"/> weighs them.</summary>
    public static double[] Features(TopicEvidence e) => [1, e.Strength * e.Strength, e.Coverage, e.Together, e.Similarity];

    public static void Print(CandidateSet set, List<JudgedTopic> topics, double[] floors, int size)
    {
        var rows = topics.Select(t => set.Topics.Match(t.Text).Found.Select(f =>
            (Features: Features(f.Evidence), f.Paper, Grade: t.Grades[f.Paper])).ToList()).ToList();
        var chances = rows.Select((own, held) =>
        {
            var fit = Fit(rows.Where((_, i) => i != held));
            return own.Select(r => (r.Paper, r.Grade, Chance: Logistic.Chance(fit, r.Features))).OrderByDescending(r => r.Chance).ToList();
        }).ToList();
        var ranked = topics.Select((t, i) => Ranked(set, t, chances[i])).ToList();
        foreach (var floor in floors)
        {
            var measures = new MailMeasures();
            for (var i = 0; i < topics.Count; i++)
            {
                measures.Add(topics[i], ranked[i], Mailed(chances[i], floor, size));
            }

            Console.WriteLine(measures.Row($"cross-validated, from {floor:.00}"));
        }

        Console.WriteLine(
            "\nFitted on all topics: "
            + $"{string.Join(", ", Fit(rows).Select(f => f.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))}\n");
        Curve([.. chances.SelectMany(c => c)]);
    }

    /// <summary>All candidates in the product's order: those without the topic's words go by how near they lie.</summary>
    private static List<int> Ranked(CandidateSet set, JudgedTopic topic, List<(int Paper, int Grade, double Chance)> chances)
    {
        var taste = set.Prepare(JudgedVerb.Taste(topic.Text));
        var odds = Enumerable.Range(0, set.Papers.Count).Select(p => (double)taste.Calibration.LogOdds(set.Nearness(taste, p))).ToArray();
        foreach (var (paper, _, chance) in chances)
        {
            odds[paper] = Odds.Either((float)odds[paper], (float)Math.Log(chance / (1 - chance)));
        }

        return [.. Enumerable.Range(0, odds.Length).OrderByDescending(p => odds[p])];
    }

    private static List<int> Mailed(List<(int Paper, int Grade, double Chance)> chances, double floor, int size)
    {
        var good = chances.Where(c => c.Chance >= floor).Take(size).ToList();
        return MailWorth.IsEnough(good.Select(c => c.Chance), floor) ? good.ConvertAll(c => c.Paper) : [];
    }

    private static double[] Fit(IEnumerable<List<(double[] Features, int Paper, int Grade)>> rows) =>
        Logistic.Fit([.. rows.SelectMany(r => r).Select(r => (r.Features, r.Grade == 2))], ridge: 0.1);

    /// <summary>Whether chances mean what they say, on topics that they were not fitted on.</summary>
    private static void Curve(List<(int Paper, int Grade, double Chance)> all)
    {
        Console.WriteLine(
            "| chance, cross-validated | papers | mean chance | asked for | asked for or adjacent |\n| --- | --- | --- | --- | --- |");
        foreach (var (from, to) in Bounds.Zip(Bounds[1..]))
        {
            var within = all.Where(a => a.Chance >= from && a.Chance < to).ToList();
            if (within.Count > 0)
            {
                Console.WriteLine(
                    $"| {from:.00} to {to:.00} | {within.Count} | {within.Average(w => w.Chance):.00} | "
                        + $"{within.Average(w => w.Grade == 2 ? 1.0 : 0):.00} | {within.Average(w => w.Grade > 0 ? 1.0 : 0):.00} |");
            }
        }
    }
}
