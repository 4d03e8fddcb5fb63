using System.Globalization;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Writes Markdown tables to the console.</summary>
internal sealed class Report(Pages pages)
{
    public void Head(IReadOnlyList<Setting> perPage)
    {
        Line($"{pages.Papers.Count} papers on {pages.Names.Count} pages; {Trials.Draws} draws for each page and k; in brackets 95 % of "
            + "other draws (bootstrap within pages).");
        for (var page = 0; page < perPage.Count; page++)
        {
            Line($"{pages.Names[page]}: {pages.Has[page].Count(h => h)} papers, median {Median(page)} words; reported with what did "
                + $"best on the others: {perPage[page]}");
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
        Line($"| {name} | {Of(m => m.Auc)} | {Of(m => m.Precision)} | {Of(m => m.TopTen)} | {Of(m => m.Matched)} | "
            + $"{Interval.Of(PerPage(trials, brier))} |");
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
            cells.Add(string.Create(CultureInfo.InvariantCulture,
                $"{means[k]:.000} / {PerPage(trials[k], [.. measures.Select(m => m.TopTen)]).Average(p => p.Average()):.000}"));
        }

        Line($"| {name} | {string.Join(" | ", cells)} |");
        return means;
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
