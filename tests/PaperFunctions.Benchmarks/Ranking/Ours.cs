using PaperFunctions.Papers;
using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>What is tuned: the weights of a taste.</summary>
internal sealed record Setting(Weights Weights)
{
    public override string ToString() =>
        $"penalty {Weights.Penalty}, votes on topics {Weights.VotesOnTopics}, dislike {Weights.Dislike} x {Weights.DislikeWeight}";
}

/// <summary>The product's ranker under one setting: the very code that chooses editions.</summary>
internal sealed class Ours : IRanker
{
    private static readonly DateTimeOffset Now = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly CandidateSet _set;
    private readonly Setting _setting;
    private readonly Pages _pages;

    public Ours(Pages pages, CandidateSet set, Setting setting, string name = "PaperFunctions as shipped") =>
        (_pages, _set, _setting, Name) = (pages, set, setting, name);

    public string Name { get; }

    public float[] Score(Trial trial)
    {
        var scores = new float[_pages.Papers.Count];
        _set.Score(_set.Prepare(Taste(trial), _setting.Weights), scores);
        return scores;
    }

    private TasteInput Taste(Trial trial) => new(
        trial.Phrase is { } phrase ? [new Interest(InterestKind.Topic, phrase)] : [],
        [.. trial.Likes.Select(i => Vote(i, 1)), .. trial.Dislikes.Select(i => Vote(i, -1))],
        Now);

    private RatedPaper Vote(int paper, int value) => new(_pages.Papers[paper].Paper, value, Now);
}
