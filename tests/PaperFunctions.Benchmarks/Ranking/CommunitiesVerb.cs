using System.Globalization;
using PaperFunctions.Benchmarks.Background;
using PaperFunctions.Benchmarks.Ranking.Peers;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Real communities as readers: k papers of a workshop, a session or a subject are the likes, its other papers are what the reader
/// wants among all papers of the venue. <c>communities [--draws N] [--background FILE|FOLDER...] --sets FILE...</c></summary>
internal static class CommunitiesVerb
{
    /// <summary>A smaller community leaves too little to find after ten likes.</summary>
    private const int LeastPapers = 15;

    private static readonly int[] Counts = [3, 5, 10];
    private static readonly int[] Sizes = [4_000, 15_000, CorpusModel.MaxPapers];

    public static async Task<int> RunAsync(string[] args)
    {
        if (Array.IndexOf(args, "--sets") is var sets && sets < 0)
        {
            await Console.Error.WriteLineAsync("communities [--draws N] [--background FILE|FOLDER...] --sets FILE...");
            return 2;
        }

        var draws = Array.IndexOf(args, "--draws") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 3;
        var background = Array.IndexOf(args, "--background") is >= 0 and var from
            ? (await BackgroundVerb.ReadAsync(args[(from + 1)..sets])).Values.Where(p => p.Abstract.Length > 0).ToList()
            : [];
        Console.WriteLine("| set | ranker | P@10 | nDCG@10 | AUC | AP |\n| --- | --- | --- | --- | --- | --- |");
        foreach (var file in args[(sets + 1)..])
        {
            Measure(await ReadAsync(file), Path.GetFileNameWithoutExtension(file), draws, background);
        }

        return 0;
    }

    /// <summary>A set of communities, or digest pages joined by commas.</summary>
    public static async Task<Pages> ReadAsync(string file) =>
        file.EndsWith(".jsonl", StringComparison.Ordinal)
            ? await Pages.ReadTastesAsync(file, LeastPapers)
            : await Pages.ReadAsync(file.Split(','));

    private static void Measure(Pages pages, string set, int draws, List<Paper> background)
    {
        List<Trial> trials = [.. Counts.SelectMany(k => Trials.Likes(pages, k, draws: draws))];
        IEnumerable<IRanker> rankers = background.Count > 0
            ? Sizes.Where(s => s <= background.Count)
            .Select(s => Ours(pages, Corpus(pages, background, s), $"ours, corpus of {s} other papers + these"))
            .Prepend(Ours(pages, null, "ours, candidates alone"))
            : [new ArxivSanity(pages), new CentredLsa(pages, 128), Ours(pages, null, "ours")];
        foreach (var ranker in rankers)
        {
            var measures = trials.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(t => Measures.Of(pages, t, ranker.Score(t)!))
                .ToList();
            Console.WriteLine($"| {set} ({pages.Papers.Count} papers, {pages.Names.Count} tastes) | {ranker.Name} | "
                + $"{measures.Average(m => m.TopTen):.000} | {measures.Average(m => m.Gain):.000} | {measures.Average(m => m.Auc):.000} "
                + $"| {measures.Average(m => m.Precision):.000} |");
        }
    }

    private static Ours Ours(Pages pages, CorpusModel? corpus, string name) =>
        new(pages, CandidateSet.Build(pages.Papers, corpus), new Setting(Weights.Default), name);

    /// <summary>As at night: the papers to come are among those that the statistics are of.</summary>
    private static CorpusModel Corpus(Pages pages, List<Paper> background, int size) =>
        CorpusModel.Build(pages.Papers.Select(p => p.Paper)
            .Concat(Enumerable.Range(0, size).Select(i => background[(int)((long)i * background.Count / size)]))
            .Take(CorpusModel.MaxPapers));
}
