using PaperFunctions.Benchmarks.Ranking.Peers;
using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>
/// <c>relevance [--svg FILE] [--dump FILE] FILE...</c>: how well rankers find the rest of a digest page from a few of its papers, from a
/// phrase, from both, and with dislikes. Ours is reported with settings chosen on the other pages alone.
/// </summary>
internal static class RelevanceVerb
{
    private static readonly int[] Counts = [1, 3, 5, 10];

    public static async Task<int> RunAsync(string[] args)
    {
        var files = args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal)
            && (i == 0 || !args[i - 1].StartsWith("--", StringComparison.Ordinal))).ToArray();
        if (files.Length < 2 || files.FirstOrDefault(f => !File.Exists(f)) is not null)
        {
            await Console.Error.WriteLineAsync(
                "relevance: name at least two digest files that exist: relevance [--svg FILE] [--dump FILE] FILE...");
            return 2;
        }

        var pages = await Pages.ReadAsync(files);
        var set = CandidateSet.Build(pages.Papers);
        var tuning = new Tuning(pages, set);
        var perPage = tuning.ChoosePerPage();
        var ours = new HeldOut(tuning, perPage);
        IRanker[] rankers = [new RandomOrder(pages), new NewestFirst(pages), new Bm25(pages, set.Model.Terms), new ArxivSanity(pages),
            new Rocchio(pages), tuning.Ranker(new Setting(Weights.Default)), ours];
        var report = new Report(pages);
        report.Head(perPage);
        var plotted = Likes(pages, rankers, report);
        Phrases(pages, rankers, report);
        PhrasesAndLikes(pages, rankers, report);
        Dislikes(pages, ours, report);
        if (Option(args, "--svg") is { } svg)
        {
            await File.WriteAllTextAsync(svg, Plot.Draw(plotted, Counts));
        }

        if (Option(args, "--dump") is { } dump)
        {
            await PeerDump.WriteAsync(dump, pages, (ArxivSanity)rankers[3]);
        }

        return 0;
    }

    private static Dictionary<string, double[]> Likes(Pages pages, IRanker[] rankers, Report report)
    {
        report.Title("Likes only (mean of k = 3, 5, 10)");
        var trials = Counts.Select(k => Trials.Likes(pages, k)).ToArray();
        foreach (var ranker in rankers)
        {
            report.Row(ranker, [.. trials[1..].SelectMany(t => t)]);
        }

        report.Title("Likes only, AUC / P@10 by the number of likes");
        var plotted = new Dictionary<string, double[]>();
        foreach (var ranker in rankers)
        {
            var means = report.ByCount(ranker.Name, Counts, trials, ranker.Score);
            if (ranker is not Ours)
            {
                plotted[ranker.Name] = means;
            }
        }

        return plotted;
    }

    private static void Phrases(Pages pages, IRanker[] rankers, Report report)
    {
        report.Title($"Phrase only ({pages.Phrases.Count} phrases)");
        var trials = Trials.Phrases(pages);
        foreach (var ranker in rankers)
        {
            report.Row(ranker, trials);
        }
    }

    private static void PhrasesAndLikes(Pages pages, IRanker[] rankers, Report report)
    {
        report.Title("Phrase and likes, AUC / P@10 by the number of likes");
        var trials = Counts.Select(k => Trials.Likes(pages, k, phrases: true)).ToArray();
        foreach (var ranker in rankers.Where(r => r is Bm25 or Ours or HeldOut))
        {
            report.ByCount(ranker.Name, Counts, trials, ranker.Score);
        }

        report.ByCount("PaperFunctions without the phrase", Counts, trials, t => rankers[^1].Score(t with { Phrase = null }));
    }

    private static void Dislikes(Pages pages, HeldOut ours, Report report)
    {
        var likes = Counts[1..].SelectMany(k => Trials.Likes(pages, k)).ToList();
        var rocchio = new Rocchio(pages);
        foreach (var (kind, trials) in new[]
        {
            ("3 dislikes, drawn at random from the other pages", Trials.WithRandomDislikes(pages, likes, 3)),
            ("3 dislikes, the best-ranked wrong papers (as a reader votes)", Trials.WithShownDislikes(pages, likes, 3, ours.Score)),
        })
        {
            report.Title($"Likes (k = 3, 5, 10) and {kind}");
            report.Row("Rocchio", trials, t => rocchio.Score(t));
            report.Row("PaperFunctions, dislikes not told", trials, t => ours.Score(t with { Dislikes = [] }));
            report.Row("PaperFunctions", trials, ours.Score);
        }
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
