using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Chooses the settings for each page on the other pages alone.</summary>
internal sealed class Tuning(Pages pages, CandidateSet set)
{
    private readonly Dictionary<Setting, Ours> _rankers = [];

    public Ours Ranker(Setting setting) =>
        _rankers.TryGetValue(setting, out var ranker) ? ranker : _rankers[setting] = new Ours(pages, set, setting);

    /// <summary>For each page the setting that did best on the others: the penalty by likes, then votes
    /// on topics by phrases, then dislikes.</summary>
    public List<Setting> ChoosePerPage()
    {
        var start = new Setting(Weights.Default);
        var likes = new[] { 1, 3, 5, 10 }.SelectMany(k => Trials.Likes(pages, k, draws: Trials.DrawsToTune)).ToList();
        var phrases = new[] { 1, 3, 5, 10 }.SelectMany(k => Trials.Likes(pages, k, phrases: true, Trials.DrawsToTune))
            .Concat(Trials.Phrases(pages)).ToList();
        List<Trial> several = [.. likes.Where(t => t.Likes.Length > 1)];
        List<Trial> disliked = [.. Trials.WithShownDislikes(pages, several, 3, t => Ranker(start).Score(t)),
            .. Trials.WithRandomDislikes(pages, several, 3)];
        var penalties = new[] { 0.3, 0.5, 1, 2, 4 }.Select(p => start with { Weights = start.Weights with { Penalty = p } });
        var chosen = Best(penalties.Select(s => Enumerable.Repeat(s, pages.Names.Count).ToList()), likes);
        chosen = Best(from v in new[] { 0.2f, 0.4f, 0.8f } select With(chosen, x => x with { VotesOnTopics = v }), phrases);
        return Best(from d in new[] { 0.3f, 0.5f, 0.7f, 1 } from w in new[] { 0.25f, 0.5f, 1 } select With(chosen, x => x
            with { Dislike = d, DislikeWeight = w }), disliked);
    }

    private static List<Setting> With(List<Setting> settings, Func<Weights, Weights> change) =>
        [.. settings.Select(s => s with { Weights = change(s.Weights) })];

    /// <summary>For each page the candidate with the best mean AUC over the other pages.</summary>
    private List<Setting> Best(IEnumerable<List<Setting>> candidates, List<Trial> trials)
    {
        var all = candidates.ToList();
        var scored = all.Select(perPage =>
            trials.Select(t => Enumerable.Range(0, pages.Names.Count).Select(held => (held, perPage[held])).DistinctBy(p => p.Item2)
            .ToDictionary(p => p.Item2, p => Measures.Of(pages, t, Ranker(p.Item2).Score(t)).Auc)).ToList()).ToList();
        return [.. Enumerable.Range(0, pages.Names.Count).Select(held => all
            .Select((perPage, c) => (Setting: perPage[held], Mean: trials.Select((t, i) => (t.Page, Auc: scored[c][i][perPage[held]]))
                .Where(t => t.Page != held).GroupBy(t => t.Page).Average(g => g.Average(t => t.Auc))))
            .MaxBy(c => c.Mean).Setting)];
    }
}

/// <summary>Ours with, for each page, the setting chosen on the others.</summary>
internal sealed class HeldOut(Tuning tuning, IReadOnlyList<Setting> perPage) : IRanker
{
    public string Name => "PaperFunctions";

    public float[] Score(Trial trial) => tuning.Ranker(perPage[trial.Page]).Score(trial);
}
