using BenchmarkDotNet.Attributes;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Benchmarks.Ranking.Speed;

/// <summary>What one reader costs: ten likes, two dislikes and a topic.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    internal static IReadOnlyList<Paper> Real { get; set; } = [];

    private CandidateSet set = null!;
    private TasteInput input = null!;
    private PreparedTaste taste = null!;
    private float[] scores = [];

    [Params(1_000, 30_000)]
    public int Candidates { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var papers = new SyntheticPapers(Real).Take(Candidates).ToList();
        set = CandidateSet.Build(papers, CorpusModel.Build(papers.Take(5_000).Select(p => p.Paper)));
        input = Reader(papers, 3);
        taste = set.Prepare(input);
        scores = new float[Candidates];
        set.Choose(taste, Options);
    }

    internal static ChoiceOptions Options { get; } = new(new EditionSize(8, null), 0.1, Exploration: true);

    internal static TasteInput Reader(IReadOnlyList<StoredPaper> papers, int seed)
    {
        var random = new Random(seed);
        var now = new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);
        return new TasteInput(
            [new Interest(InterestKind.Topic, "mixture of experts")],
            [.. Enumerable.Range(0, 12).Select(i => new RatedPaper(papers[random.Next(papers.Count)].Paper, i < 10 ? 1 : -1, now.AddDays(-i)))],
            now);
    }

    /// <summary>All candidates scored; the taste was read before.</summary>
    [Benchmark]
    public void Score() => set.Score(taste, scores);

    /// <summary>The taste read (papers voted on seen before), all candidates scored.</summary>
    [Benchmark]
    public void PrepareAndScore() => set.Score(set.Prepare(input), scores);

    /// <summary>A whole edition: taste, scores, eight picks with reasons, one of them exploration.</summary>
    [Benchmark]
    public Selection Choose() => set.Choose(input, Options);
}
