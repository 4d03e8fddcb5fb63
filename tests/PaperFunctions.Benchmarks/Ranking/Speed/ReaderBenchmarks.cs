using BenchmarkDotNet.Attributes;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Benchmarks.Ranking.Speed;

/// <summary>What one reader costs: ten likes, two dislikes and a topic.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    internal static IReadOnlyList<Paper> Real { get; set; } = [];

    private CandidateSet _set = null!;
    private TasteInput _input = null!;
    private PreparedTaste _taste = null!;
    private float[] _scores = [];

    [Params(1_000, 30_000)]
    public int Candidates { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var papers = new SyntheticPapers(Real).Take(Candidates).ToList();
        _set = CandidateSet.Build(papers, CorpusModel.Build(papers.Take(5_000).Select(p => p.Paper)));
        _input = Reader(papers, 3);
        _taste = _set.Prepare(_input);
        _scores = new float[Candidates];
        _set.Choose(_taste, Options);
    }

    internal static ChoiceOptions Options { get; } = new(new EditionSize(8, null), 0.1, Exploration: true);

    internal static TasteInput Reader(IReadOnlyList<StoredPaper> papers, int seed)
    {
        var random = new Random(seed);
        var now = new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);
        return new TasteInput(
            [new Interest(InterestKind.Topic, "mixture of experts")],
            [.. Enumerable.Range(0, 12)
                .Select(i => new RatedPaper(papers[random.Next(papers.Count)].Paper, i < 10 ? 1 : -1, now.AddDays(-i)))],
            now);
    }

    /// <summary>All candidates scored; the taste was read before.</summary>
    [Benchmark]
    public void Score() => _set.Score(_taste, _scores);

    /// <summary>The taste read (papers voted on seen before), all candidates scored.</summary>
    [Benchmark]
    public void PrepareAndScore() => _set.Score(_set.Prepare(_input), _scores);

    /// <summary>A whole edition: taste, scores, eight picks with reasons, one of them exploration.</summary>
    [Benchmark]
    public Selection Choose() => _set.Choose(_input, Options);
}
