using PaperFunctions.Benchmarks.Flow;
using PaperFunctions.Benchmarks.Formats;

namespace PaperFunctions.Benchmarks;

/// <summary>One word on the command line, one measurement.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, (string What, Func<string[], Task<int>> Run)> All = new()
    {
        ["parse-speed"] = ("megabytes a second of every format: [--seconds N] [FORMAT...]", ParseSpeed.RunAsync),
        ["parse-bench"] = ("the same by BenchmarkDotNet, with allocations", ParseBenchmarks.RunAsync),
        ["drop-speed"] = ("papers a second from drop to stored and to indexed, on this machine: [PAPERS]", DropSpeed.RunAsync),
        ["kills"] = ("kills the running product and counts what was lost or doubled: [--kills N] [--seed S] [--people N]",
            KillsVerb.RunAsync),
        ["load"] = ("editions a second, and requests an edition, when many are due at once: [--readers N] [--papers N]", LoadVerb.RunAsync),
        ["relevance"] = ("accuracy of the ranker beside its peers, on held-out pages: FILE...", Ranking.RelevanceVerb.RunAsync),
        ["communities"] = ("likes of whole communities beside the peers: [--draws N] [--background FILE|FOLDER...] --sets FILE...",
            Ranking.CommunitiesVerb.RunAsync),
        ["calibration"] = ("whether chances from likes mean what they say, on sets left out: FILE.jsonl|PAGE,PAGE...",
            Ranking.CalibrationVerb.RunAsync),
        ["judged"] = ("what readers of judged topics are mailed, with cross-validation: TOPICS.json FILE...",
            Ranking.Judged.JudgedVerb.RunAsync),
        ["editions"] = ("twenty editions with their reasons, to read: [FILE...], or the pages in PAPERFUNCTIONS_CORPUS",
            Ranking.EditionsVerb.RunAsync),
        ["rank-speed"] = ("time and memory of the ranker: [FILE...]", Ranking.Speed.RankSpeedVerb.RunAsync),
        ["background"] = ("learns the shipped language background: build FILE|FOLDER... [--without FILE...] --out FILE",
            Background.BackgroundVerb.RunAsync),
        ["fuzz"] = ("mutated samples through every format: [--cases N] [--seed S] [--format F]", FuzzRun.RunAsync),
        ["hard"] = ("time of every format, pattern and sample on what is made to hurt it: [--seconds LIMIT] [FORMAT...]", HardRun.RunAsync),
        ["memory"] = ("one gigabyte of every streamed format: [--megabytes N] [FORMAT...]", MemoryRun.RunAsync),
    };

    public static async Task<int> Main(string[] args)
    {
        if (args.Length > 0 && All.TryGetValue(args[0], out var verb))
        {
            return await verb.Run(args[1..]);
        }

        foreach (var (name, (what, _)) in All)
        {
            Console.WriteLine($"{name,-14} {what}");
        }

        return args.Length == 0 ? 0 : 2;
    }
}
