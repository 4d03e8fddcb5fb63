using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PaperFunctions.Ranking;

namespace PaperFunctions.Benchmarks.Ranking.Speed;

/// <summary><c>rank-speed [--part reader|readers|model|bench] FILE...</c>: time and memory of a reader, of the nightly model and of very
/// many readers, on papers resampled from digest files.</summary>
internal static class RankSpeedVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var part = args is ["--part", var named, ..] ? named : null;
        args = part is null ? args : args[2..];
        if (args.Length == 0 || Array.Exists(args, a => !File.Exists(a)))
        {
            await Console.Error.WriteLineAsync(
                "rank-speed: name digest files that exist: rank-speed [--part reader|readers|model|bench] FILE...");
            return 2;
        }

        var pages = await Pages.ReadAsync(args);
        ReaderBenchmarks.Real = [.. pages.Papers.Select(p => p.Paper)];
        foreach (var (_, measure) in Parts.Where(p => part is null || p.Name == part))
        {
            measure();
        }

        return 0;
    }

    private static readonly (string Name, Action Measure)[] Parts =
    [
        ("reader", () => OneReader(1_000)), ("reader", () => OneReader(30_000)), ("readers", ManyReaders),
        ("model", () => Model(30_000)), ("model", () => Model(CorpusModel.MaxPapers)), ("bench", Benchmarks),
    ];

    private static void Benchmarks()
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkRunner.Run<ReaderBenchmarks>(ManualConfig.Create(DefaultConfig.Instance).AddJob(job)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "rank-speed")));
    }

    private static void Model(int count)
    {
        var papers = new SyntheticPapers(ReaderBenchmarks.Real).Take(count).Select(p => p.Paper).ToList();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var model = CorpusModel.Build(papers);
        var (seconds, busy) = (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
        var size = new MemoryStream();
        model.Save(size);
        Console.WriteLine($"model of {count} papers: {seconds:0.0} s ({busy:0.0} s of processor time), peak of the process "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB (papers themselves included, {before / 1e6:0} MB), blob "
            + $"{size.Length / 1e6:0.0} MB");
        size.Position = 0;
        watch.Restart();
        CorpusModel.Load(size);
        Console.WriteLine($"model loaded in {watch.Elapsed.TotalSeconds:0.00} s");
        var fresh = papers.Take(1_000)
            .Select(p => new Papers.StoredPaper(new Papers.PaperKey(Papers.PaperKeyKind.Title, p.Title).ToId(), p)).ToList();
        Console.WriteLine(
            $"1,000 candidates prepared in {Busy(() => CandidateSet.Build(fresh, model)):0.00} s of processor time");
        Console.WriteLine(
            $"1,000 candidates prepared without a model in {Busy(() => CandidateSet.Build(fresh)):0.00} s of processor time");
    }

    /// <summary>What one reader costs in processor time, which other work on the machine changes less than the time by the clock.</summary>
    private static void OneReader(int candidates)
    {
        var benchmark = new ReaderBenchmarks { Candidates = candidates };
        benchmark.Setup();
        foreach (var (name, run) in new (string, Action)[] { ("all candidates scored", benchmark.Score),
            ("taste read and all scored", benchmark.PrepareAndScore), ("a whole edition", () => benchmark.Choose()) })
        {
            run();
            var times = 20_000_000 / candidates / (name == "a whole edition" ? 50 : 1);
            var seconds = Busy(() => Array.ForEach(new int[times], _ => run()));
            Console.WriteLine(
                $"one reader, {candidates} candidates, {name}: {1000 * seconds / times:0.000} ms of processor time");
        }
    }

    private static double Busy(Action run)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        run();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }

    private static void ManyReaders()
    {
        const int readers = 100_000;
        var papers = new SyntheticPapers(ReaderBenchmarks.Real).Take(1_000).ToList();
        var set = CandidateSet.Build(papers);
        var tastes = Enumerable.Range(0, 1_000).Select(i => ReaderBenchmarks.Reader(papers, i)).ToList();
        foreach (var taste in tastes)
        {
            set.Prepare(taste);
        }

        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, readers, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => new float[papers.Count], (i, _, scores) =>
        {
            set.Score(set.Prepare(tastes[i % tastes.Count]), scores);
            return scores;
        }, _ => { });
        Console.WriteLine(
            $"100,000 readers x 1,000 candidates on 2 cores, tastes read and all scored: {watch.Elapsed.TotalSeconds:0.0} s "
                + $"({(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.0} s of processor time)");
        watch.Restart();
        Parallel.For(0, readers / 10, new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i => set.Choose(tastes[i % tastes.Count], ReaderBenchmarks.Options));
        Console.WriteLine(
            $"10,000 whole editions with reasons on 2 cores: {watch.Elapsed.TotalSeconds:0.0} s");
    }
}
