using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary><c>calibration FILE.jsonl|PAGE,PAGE...</c>: whether chances from likes mean what they say. For each set of papers the factors
/// are fitted on the other sets alone; those that ship stand beside them.</summary>
internal static class CalibrationVerb
{
    private const int TrialsOfSet = 80;
    private const double Mailed = 0.2;
    private static readonly int[] Counts = [1, 3, 5, 10];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length < 2 || args.SelectMany(a => a.Split(',')).FirstOrDefault(f => !File.Exists(f)) is not null)
        {
            await Console.Error.WriteLineAsync(
                "calibration: name at least two sets that exist, each a file of JSON Lines or digest pages joined by commas.");
            return 2;
        }

        var sets = new List<(string Name, List<Row> Rows)>();
        foreach (var file in args)
        {
            sets.Add((Path.GetFileNameWithoutExtension(file), Rows(await CommunitiesVerb.ReadAsync(file))));
        }

        var fits = sets.Select((_, held) => Fit(sets.Where((_, i) => i != held))).ToList();
        Console.WriteLine(
            $"Fitted on all: {string.Join(", ", Fit(sets).Select(f => $"{f:0.00}"))} (constant, nearness, "
            + "narrowness, nearness x narrowness)\n");
        Console.WriteLine(
            "| set | asked for | slope, held out | from .20: papers, mean chance, asked for | the same, as shipped |\n| --- | --- | --- "
            + "| --- | --- |");
        for (var s = 0; s < sets.Count; s++)
        {
            Print(sets[s].Name, [.. sets[s].Rows.Select(r => (Logistic.LogOdds(fits[s], r.Features), r.Holds))],
                [.. sets[s].Rows.Select(r => (r.Shipped, r.Holds))]);
        }

        return 0;
    }

    private static void Print(string name, List<(double LogOdds, bool Holds)> held, List<(double LogOdds, bool Holds)> shipped)
    {
        var slope = Logistic.Fit([.. held.Select(r => (new[] { 1, r.LogOdds }, r.Holds))])[1];
        Console.WriteLine(
            $"| {name} | {held.Average(r => r.Holds ? 1.0 : 0):.000} | {slope:0.00} | {Above(held)} | {Above(shipped)} |");
    }

    private static string Above(List<(double LogOdds, bool Holds)> rows)
    {
        var above = rows.Where(r => Calibration.Chance(r.LogOdds) >= Mailed).ToList();
        return above.Count == 0
            ? "0"
            : $"{above.Count}, {above.Average(r => Calibration.Chance(r.LogOdds)):.00}, {above.Average(r => r.Holds ? 1.0 : 0):.00}";
    }

    private static double[] Fit(IEnumerable<(string Name, List<Row> Rows)> sets) =>
        Logistic.Fit([.. sets.SelectMany(s => s.Rows).Select(r => (r.Features, r.Holds))]);

    private static List<Row> Rows(Pages pages)
    {
        var set = CandidateSet.Build(pages.Papers);
        var each = TrialsOfSet / Counts.Length;
        var rows = new List<Row>();
        foreach (var likes in Counts)
        {
            var trials = Trials.Likes(pages, likes, draws: Math.Max(1, each / pages.Names.Count));
            foreach (var trial in trials.Where((_, i) => i % Math.Max(1, trials.Count / each) == 0))
            {
                rows.AddRange(Rows(pages, set, trial));
            }
        }

        return rows;
    }

    private static IEnumerable<Row> Rows(Pages pages, CandidateSet set, Trial trial)
    {
        var now = DateTimeOffset.UnixEpoch;
        var taste = set.Prepare(new TasteInput([], [.. trial.Likes.Select(i => new RatedPaper(pages.Papers[i].Paper, 1, now))], now));
        foreach (var paper in Enumerable.Range(0, pages.Papers.Count).Where(i => !trial.Excludes(i)))
        {
            var (near, narrow) = (set.Nearness(taste, paper), taste.Narrowness);
            yield return new Row([1, near, narrow, near * narrow], taste.Calibration.LogOdds(near), pages.Has[trial.Page][paper]);
        }
    }

    private sealed record Row(double[] Features, double Shipped, bool Holds);
}
