using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Choice;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Tastes;
using PaperFunctions.Ranking.Text;
using PaperFunctions.Ranking.Topics;

namespace PaperFunctions.Ranking;

/// <summary>Papers prepared for ranking; built once and shared by all readers that choose from them. Thread-safe.</summary>
public sealed class CandidateSet
{
    /// <summary>Share of a topic's words, weighed by how rare they are.</summary>
    private const float MostOfATopic = 0.6f;

    private readonly float[] _places;
    private readonly string?[] _normals;
    private readonly Evidence?[] _evidence;

    private CandidateSet(StoredPaper[] papers, CandidateModel model)
    {
        (Papers, Model) = (papers, model);
        Places = new PlaceCache(model);
        Labels = new LabelIndex(papers);
        _places = new float[papers.Length * Space.Width];
        _normals = new string?[papers.Length];
        _evidence = new Evidence?[papers.Length];
        Topics = new TopicIndex(papers, model.Terms, PlaceAll());
        Centre = Spread.Of(_places).Mean;
    }

    /// <summary>In the order of their ids.</summary>
    internal IReadOnlyList<StoredPaper> Papers { get; }

    internal CandidateModel Model { get; }

    internal PlaceCache Places { get; }

    internal TopicIndex Topics { get; }

    internal LabelIndex Labels { get; }

    /// <summary>Mean of the candidates' vectors.</summary>
    internal float[] Centre { get; }

    /// <param name="papers">The candidates, each id once; the order does not matter.</param>
    /// <param name="model">What is known of papers at large; without one the candidates themselves serve.</param>
    public static CandidateSet Build(IReadOnlyList<StoredPaper> papers, CorpusModel? model = null)
    {
        StoredPaper[] ordered = [.. papers.OrderBy(p => p.Id.Value, StringComparer.Ordinal)];
        return new CandidateSet(ordered, CandidateModel.Build([.. ordered.Select(p => p.Paper)], model));
    }

    /// <summary>Reads a taste once for many uses with this set: nearly all of the cost of a ranking where votes are new.</summary>
    public PreparedTaste Prepare(TasteInput taste) => Prepare(taste, Weights.Default);

    internal PreparedTaste Prepare(TasteInput taste, Weights weights) => new TasteReader(this, taste, weights).Read();

    /// <summary>Scores all candidates, in the order of their ids, by the log-odds that the reader wants
    /// them; muted ones get negative infinity.
    /// Allocates nothing.</summary>
    /// <param name="scores">As long as there are candidates.</param>
    public void Score(PreparedTaste taste, Span<float> scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Vectors.Dot(Place(i), taste.Direction) + taste.Offset;
        }

        for (var i = 0; i < taste.Bonuses.Count; i++)
        {
            var (papers, points) = taste.Bonuses[i];
            for (var j = 0; j < papers.Count; j++)
            {
                scores[papers[j]] += points;
            }
        }

        Odds.Join(taste, scores);
        foreach (var paper in taste.Muted)
        {
            scores[paper] = float.NegativeInfinity;
        }
    }

    /// <summary>How near one candidate is to the votes (without votes, to the topics), in standard deviations of the corpus.</summary>
    internal float Nearness(PreparedTaste taste, int paper)
    {
        var near = Vectors.Dot(Place(paper), taste.Direction) + taste.Offset;
        foreach (var (papers, points) in taste.Bonuses)
        {
            near += papers.Contains(paper) ? points : 0;
        }

        return near;
    }

    /// <summary>The candidates with an author of this name.</summary>
    internal IReadOnlyList<int> By(string author) =>
        [.. Labels.MaybeBy(author).Where(i => Papers[i].Paper.Authors.Any(a => AuthorMatcher.Same(author, a)))];

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

    /// <summary>What kept each of these papers out of the edition, in a sentence each.</summary>
    public IReadOnlyList<string> WhyMissed(TasteInput taste, IReadOnlyList<PaperId> papers, ChoiceOptions options)
    {
        using var scoring = new Scoring(this, Prepare(taste));
        return Explainer.Missed(scoring, papers, options);
    }

    /// <summary>What was learned of a reader, to show and to edit.</summary>
    public TasteCard Card(TasteInput taste) => TasteCardReader.Read(this, taste);

    /// <summary>The candidates that muting a phrase would exclude.</summary>
    public IReadOnlyList<StoredPaper> WithPhrase(string phrase) => [.. Mutes.With(this, phrase).Select(i => Papers[i])];

    /// <summary>Whether any candidate has most of a topic's words, in whatever form.</summary>
    public bool Finds(string topic) => Topics.Match(topic).Found.Any(m => m.Evidence.Coverage >= MostOfATopic);

    /// <summary>The place of a paper among the candidates, or -1.</summary>
    internal int IndexOf(PaperId paper)
    {
        for (var i = 0; i < Papers.Count; i++)
        {
            if (Papers[i].Id == paper || Papers[i].FormerIds.Contains(paper))
            {
                return i;
            }
        }

        return -1;
    }

    internal ReadOnlySpan<float> Place(int paper) => _places.AsSpan(paper * Space.Width, Space.Width);

    /// <summary>The paper's text as <see cref="PhraseMatcher"/> wants it.</summary>
    internal string Normal(int paper) =>
        _normals[paper] ??= PhraseMatcher.Normal($"{Papers[paper].Paper.Title}\n{Papers[paper].Paper.Abstract}");

    internal Evidence EvidenceOf(int paper) => _evidence[paper] ??= Evidence.Of(this, paper);

    /// <returns>For each paper the average of its words' vectors.</returns>
    private float[] PlaceAll()
    {
        const int width = LanguageBackground.Width;
        var averages = new float[Papers.Count * width];
        Parallel.For(0, Papers.Count, () => new Featurizer(Model.Terms), (i, _, featurizer) =>
        {
            featurizer.Read(Papers[i].Paper);
            Model.Space.PlacePaper(featurizer, _places.AsSpan(i * Space.Width, Space.Width), averages.AsSpan(i * width, width));
            return featurizer;
        }, _ => { });
        return averages;
    }
}
