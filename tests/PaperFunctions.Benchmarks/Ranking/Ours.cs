using PaperFunctions.Papers;
using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>What is tuned: the weights of a taste, and how the space weighs its directions.</summary>
/// <param name="Leading">Times the root of the number of papers: directions that count fully.</param>
internal sealed record Setting(Weights Weights, double Leading = Space.LeadingFactor, float Minor = Space.MinorWeight)
{
    public override string ToString() => FormattableString.Invariant(
        $"leading {Leading} sqrt(N), others x {Minor}, penalty {Weights.Penalty}, votes on topics {Weights.VotesOnTopics}, dislike {Weights.Dislike} x {Weights.DislikeWeight}");
}

/// <summary>The product's ranker under one setting: the very code that chooses editions.</summary>
internal sealed class Ours : IRanker
{
    private static readonly DateTimeOffset Now = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly CandidateSet set;
    private readonly Setting setting;
    private readonly Pages pages;

    public Ours(Pages pages, CorpusModel model, Setting setting)
    {
        (this.pages, this.setting) = (pages, setting);
        var leading = Math.Clamp((int)Math.Round(setting.Leading * Math.Sqrt(model.Papers)), 8, Space.Width);
        var space = new Space(model.Space.Basis, model.Space.Mean, leading, setting.Minor);
        set = CandidateSet.Build(pages.Papers, CorpusModel.With(model, space, [.. pages.Papers.Select(p => p.Paper)]));
    }

    public string Name => "PaperFunctions as shipped";

    public float[] Score(Trial trial)
    {
        var scores = new float[pages.Papers.Count];
        set.Score(set.Prepare(Taste(trial), setting.Weights), scores);
        return scores;
    }

    private TasteInput Taste(Trial trial) => new(
        trial.Phrase is { } phrase ? [new Interest(InterestKind.Topic, phrase)] : [],
        [.. trial.Likes.Select(i => Vote(i, 1)), .. trial.Dislikes.Select(i => Vote(i, -1))],
        Now);

    private RatedPaper Vote(int paper, int value) => new(pages.Papers[paper].Paper, value, Now);
}
