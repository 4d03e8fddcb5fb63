using PaperFunctions.Papers;
using PaperFunctions.Ranking.Choice;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Tastes;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking;

/// <summary>Papers prepared for ranking; built once and shared by all readers that choose from them. Thread-safe.</summary>
public sealed class CandidateSet
{
    /// <summary>Share of the papers that a reader is taken to want where nothing better is known: one in ten.</summary>
    public const double UsualShare = 0.1;

    private readonly float[] places;
    private readonly string?[] normals;
    private readonly Evidence?[] evidence;

    private CandidateSet(StoredPaper[] papers, CandidateModel model, double share)
    {
        (Papers, Model, Share) = (papers, model, share);
        Places = new PlaceCache(model);
        Words = new WordIndex(papers, model.Terms);
        Labels = new LabelIndex(papers);
        places = new float[papers.Length * Space.Width];
        normals = new string?[papers.Length];
        evidence = new Evidence?[papers.Length];
        PlaceAll();
        Centre = Spread.Of(places).Mean;
    }

    /// <summary>In the order of their ids.</summary>
    internal IReadOnlyList<StoredPaper> Papers { get; }

    internal CandidateModel Model { get; }

    /// <inheritdoc cref="Build"/>
    internal double Share { get; }

    internal PlaceCache Places { get; }

    internal WordIndex Words { get; }

    internal LabelIndex Labels { get; }

    /// <summary>Mean of the candidates' vectors.</summary>
    internal float[] Centre { get; }

    /// <param name="papers">The candidates, each id once; the order does not matter.</param>
    /// <param name="model">What is known of papers at large; without one the candidates themselves serve.</param>
    /// <param name="share">Share of the papers that a reader is expected to want, above 0 and below 1: the level of all chances, not their order.</param>
    public static CandidateSet Build(IReadOnlyList<StoredPaper> papers, CorpusModel? model = null, double share = UsualShare)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        StoredPaper[] ordered = [.. papers.OrderBy(p => p.Id.Value, StringComparer.Ordinal)];
        return new CandidateSet(ordered, CandidateModel.Build([.. ordered.Select(p => p.Paper)], model), share);
    }

    /// <summary>Reads a taste once for many uses with this set: nearly all of the cost of a ranking where votes are new.</summary>
    public PreparedTaste Prepare(TasteInput taste) => Prepare(taste, Weights.Default);

    internal PreparedTaste Prepare(TasteInput taste, Weights weights) => new TasteReader(this, taste, weights).Read();

    /// <summary>Scores all candidates, in the order of their ids; muted ones get negative infinity. Allocates nothing.</summary>
    /// <param name="scores">As long as there are candidates.</param>
    public void Score(PreparedTaste taste, Span<float> scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Vectors.Dot(Place(i), taste.Direction) + taste.Offset;
        }

        for (var i = 0; i < taste.Words.Count; i++)
        {
            foreach (var (paper, weight) in Words.Papers(taste.Words[i].Word))
            {
                scores[paper] += weight * taste.Words[i].Factor;
            }
        }

        for (var i = 0; i < taste.Bonuses.Count; i++)
        {
            var (papers, points) = taste.Bonuses[i];
            for (var j = 0; j < papers.Count; j++)
            {
                scores[papers[j]] += points;
            }
        }

        foreach (var paper in taste.Muted)
        {
            scores[paper] = float.NegativeInfinity;
        }
    }

    /// <summary>All candidates that no mute excludes, best first; equal scores in the order of their ids.</summary>
    /// <remarks>The reasons of a pick are worked out when they are read.</remarks>
    public IReadOnlyList<Pick> Rank(TasteInput taste)
    {
        // Not disposed of: the picks read its scores later.
        var scoring = new Scoring(this, Prepare(taste));
        return [.. scoring.Best(Papers.Count).Select((at, i) => scoring.ToLazyPick(at, i + 1))];
    }

    /// <summary>The picks of one edition, or why there are none.</summary>
    public Selection Choose(TasteInput taste, ChoiceOptions options) => Choose(Prepare(taste), options);

    /// <inheritdoc cref="Choose(TasteInput, ChoiceOptions)"/>
    /// <param name="taste">Prepared with this set.</param>
    public Selection Choose(PreparedTaste taste, ChoiceOptions options)
    {
        using var scoring = new Scoring(this, taste);
        return Chooser.Choose(scoring, options);
    }

    /// <summary>Why a paper is among the picks, or why not.</summary>
    public Verdict Explain(TasteInput taste, PaperId paper, ChoiceOptions options)
    {
        using var scoring = new Scoring(this, Prepare(taste));
        return Explainer.Explain(scoring, paper, options);
    }

    /// <summary>What was learned of a reader, to show and to edit.</summary>
    public TasteCard Card(TasteInput taste) => TasteCardReader.Read(this, taste);

    internal ReadOnlySpan<float> Place(int paper) => places.AsSpan(paper * Space.Width, Space.Width);

    /// <summary>The paper's text as <see cref="PhraseMatcher"/> wants it.</summary>
    internal string Normal(int paper) => normals[paper] ??= PhraseMatcher.Normal($"{Papers[paper].Paper.Title}\n{Papers[paper].Paper.Abstract}");

    internal Evidence EvidenceOf(int paper) => evidence[paper] ??= Evidence.Of(this, paper);

    private void PlaceAll() => Parallel.For(0, Papers.Count, () => new Featurizer(Model.Terms), (i, _, featurizer) =>
    {
        featurizer.Read(Papers[i].Paper);
        Model.Space.PlacePaper(featurizer, places.AsSpan(i * Space.Width, Space.Width));
        return featurizer;
    }, _ => { });
}
