using System.Globalization;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Writes Markdown tables to the console.</summary>
internal sealed class Report(Pages pages)
{
    public void Head(IReadOnlyList<Setting> perPage)
    {
        Line($"{pages.Papers.Count} papers on {pages.Names.Count} pages; {Trials.Draws} draws for each page and k; in brackets 95 % of other draws (bootstrap within pages).");
        for (var page = 0; page < perPage.Count; page++)
        {
            Line($"{pages.Names[page]}: {pages.Has[page].Count(h => h)} papers, median {Median(page)} words; reported with what did best on the others: {perPage[page]}");
        }
    }

    public void Title(string title)
    {
        Line("");
        Line($"### {title}");
        Line("");
        if (!title.Contains("by the number", StringComparison.Ordinal))
        {
            Line("| ranker | AUC | AP | P@10 | AUC, equal length | Brier |");
            Line("| --- | --- | --- | --- | --- | --- |");
        }
        else
        {
            Line("| ranker | k = 1 | 3 | 5 | 10 |");
            Line("| --- | --- | --- | --- | --- |");
        }
    }

    public void Row(IRanker ranker, List<Trial> trials) => Row(ranker.Name, trials, ranker.Score);

    public void Row(string name, List<Trial> trials, Func<Trial, float[]?> score)
    {
        var scores = trials.Select(score).ToList();
        if (scores.Exists(s => s is null))
        {
            Line($"| {name} | cannot answer | | | | |");
            return;
        }

        var measures = trials.Select((t, i) => Measures.Of(pages, t, scores[i]!)).ToList();
        var brier = Brier.HeldOut(pages, trials, scores!);
        Interval Of(Func<Measures, double> value) => Interval.Of(PerPage(trials, [.. measures.Select(value)]));
        Line($"| {name} | {Of(m => m.Auc)} | {Of(m => m.Precision)} | {Of(m => m.TopTen)} | {Of(m => m.Matched)} | {Interval.Of(PerPage(trials, brier))} |");
    }

    /// <returns>The mean AUC for each number of likes.</returns>
    public double[] ByCount(string name, int[] counts, List<Trial>[] trials, Func<Trial, float[]?> score)
    {
        var cells = new List<string>();
        var means = new double[counts.Length];
        for (var k = 0; k < counts.Length; k++)
        {
            var scores = trials[k].Select(score).ToList();
            if (scores.Exists(s => s is null))
            {
                continue;
            }

            var measures = trials[k].Select((t, i) => Measures.Of(pages, t, scores[i]!)).ToList();
            means[k] = PerPage(trials[k], [.. measures.Select(m => m.Auc)]).Average(p => p.Average());
            cells.Add(string.Create(CultureInfo.InvariantCulture, $"{means[k]:.000} / {PerPage(trials[k], [.. measures.Select(m => m.TopTen)]).Average(p => p.Average()):.000}"));
        }

        Line($"| {name} | {string.Join(" | ", cells)} |");
        return means;
    }

    /// <summary>What chances are worth to a reader who wants a given share: wanted and unwanted papers of a trial count as if they were in this proportion.</summary>
    public void Levels(List<Trial> trials, IReadOnlyList<float[]> chances, double share)
    {
        var rows = trials.SelectMany((t, i) => Brier.Weighed(pages, t, chances[i], share)).ToList();
        var wanted = trials.Average(t => Enumerable.Range(0, pages.Papers.Count).Where(i => !t.Excludes(i)).Average(i => pages.Has[t.Page][i] ? 1.0 : 0));
        Line(FormattableString.Invariant($"Share wanted in these trials: {wanted:.000}. Counted as if {share:.00} were: Brier score {rows.Sum(r => r.Weight * Math.Pow(r.Chance - (r.Wanted ? 1 : 0), 2)) / trials.Count:.0000}, of a constant chance {share * (1 - share):.0000}"));
        Line("");
        Line("| chances | papers with such | mean chance | wanted of these |");
        Line("| --- | --- | --- | --- |");
        double[] bounds = [0, 0.05, 0.1, 0.2, 0.3, 0.5, 1];
        foreach (var (from, to) in bounds.Zip(bounds[1..]))
        {
            var within = rows.Where(r => r.Chance >= from && r.Chance < to).ToList();
            var weight = within.Sum(r => r.Weight);
            Line(string.Create(CultureInfo.InvariantCulture, $"| {from:.00} to {to:.00} | {weight / trials.Count:.000} | {within.Sum(r => r.Weight * r.Chance) / weight:.00} | {within.Where(r => r.Wanted).Sum(r => r.Weight) / weight:.00} |"));
        }
    }

    public IEnumerable<double[]> PerPage(List<Trial> trials, double[] values) =>
        Enumerable.Range(0, pages.Names.Count).Select(p => values.Where((_, i) => trials[i].Page == p).ToArray()).Where(v => v.Length > 0);

    public void Line(string line) => Console.WriteLine(line);

    private int Median(int page)
    {
        int[] words = [.. pages.Words.Where((_, i) => pages.Has[page][i]).Order()];
        return words[words.Length / 2];
    }
}
