using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PaperFunctions.Ranking;

namespace PaperFunctions.Benchmarks.Ranking.Speed;

/// <summary><c>rank-speed FILE...</c>: time and memory of a reader, of the nightly model and of very many readers, on papers resampled from digest files.</summary>
internal static class RankSpeedVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || Array.Exists(args, a => !File.Exists(a)))
        {
            await Console.Error.WriteLineAsync("rank-speed: name digest files that exist: rank-speed FILE...");
            return 2;
        }

        var pages = await Pages.ReadAsync(args);
        ReaderBenchmarks.Real = [.. pages.Papers.Select(p => p.Paper)];
        Model();
        ManyReaders();
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkRunner.Run<ReaderBenchmarks>(ManualConfig.Create(DefaultConfig.Instance).AddJob(job).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "rank-speed")));
        return 0;
    }

    private static void Model()
    {
        var papers = new SyntheticPapers(ReaderBenchmarks.Real).Take(30_000).Select(p => p.Paper).ToList();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var model = CorpusModel.Build(papers);
        var (seconds, busy) = (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
        var size = new MemoryStream();
        model.Save(size);
        Console.WriteLine(FormattableString.Invariant(
            $"model of 30,000 papers: {seconds:0.0} s ({busy:0.0} s of processor time), peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB (papers themselves included, {before / 1e6:0} MB), blob {size.Length / 1e6:0.0} MB"));
        size.Position = 0;
        watch.Restart();
        CorpusModel.Load(size);
        Console.WriteLine(FormattableString.Invariant($"model loaded in {watch.Elapsed.TotalSeconds:0.00} s"));
        var fresh = papers.Take(1_000).Select(p => new Papers.StoredPaper(new Papers.PaperKey(Papers.PaperKeyKind.Title, p.Title).ToId(), p)).ToList();
        watch.Restart();
        CandidateSet.Build(fresh, model);
        Console.WriteLine(FormattableString.Invariant($"1,000 candidates prepared in {watch.Elapsed.TotalMilliseconds:0} ms"));
        watch.Restart();
        CandidateSet.Build(fresh);
        Console.WriteLine(FormattableString.Invariant($"1,000 candidates prepared without a model in {watch.Elapsed.TotalMilliseconds:0} ms"));
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
        Console.WriteLine(FormattableString.Invariant($"100,000 readers x 1,000 candidates on 2 cores, tastes read and all scored: {watch.Elapsed.TotalSeconds:0.0} s ({(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.0} s of processor time)"));
        watch.Restart();
        Parallel.For(0, readers / 10, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => set.Choose(tastes[i % tastes.Count], ReaderBenchmarks.Options));
        Console.WriteLine(FormattableString.Invariant($"10,000 whole editions with reasons on 2 cores: {watch.Elapsed.TotalSeconds:0.0} s"));
    }
}
