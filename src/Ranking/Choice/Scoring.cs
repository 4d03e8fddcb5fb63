using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Tastes;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Choice;

/// <summary>The candidates' scores for one reader, as a sum of what each interest and vote gives.</summary>
internal sealed class Scoring
{
    private const float DislikeWeight = 0.5f;
    private readonly float[] scores;
    private readonly PhraseMatcher[] mutes;

    private Scoring(CandidateSet set, TasteInput input)
    {
        Set = set;
        Topics = [.. input.Interests.Where(i => i.Kind == InterestKind.Topic).Select(i => new Topic(i.Text, set))];
        Authors = [.. input.Interests.Where(i => i.Kind == InterestKind.Author).Select(i => i.Text)];
        Votes = [.. input.Rated.Select(r => new VotedPaper(r, set, input.Now))];
        mutes = [.. input.Interests
            .Where(i => i.Kind == InterestKind.Muted && !(i.Until < DateOnly.FromDateTime(input.Now.UtcDateTime)))
            .Select(i => new PhraseMatcher(i.Text))];
        scores = new float[set.Papers.Count];
        foreach (var topic in Topics)
        {
            topic.AddTo(scores);
        }

        AddVotes();
        AddAuthors();
    }

    public CandidateSet Set { get; }

    public Topic[] Topics { get; }

    public string[] Authors { get; }

    public VotedPaper[] Votes { get; }

    public bool HasLikes => Array.Exists(Votes, v => v.Weight > 0);

    public static Scoring Of(CandidateSet set, TasteInput input) => new(set, input);

    public bool IsMuted(int at) => Array.Exists(mutes, m => m.In(Set.Normals[at]));

    public double Score(int at) => scores[at];

    /// <summary>Not yet calibrated: a score of 0 gives 0, a full match of one topic gives 0.6.</summary>
    public double Chance(int at) => scores[at] <= 0 ? 0 : 1 - Math.Exp(-scores[at] * 0.9);

    public IEnumerable<int> Order() => Enumerable.Range(0, scores.Length).Where(i => !IsMuted(i)).OrderByDescending(i => scores[i]);

    public Pick ToPick(int at, int rank) => new(rank, Set.Papers[at], Score(at), Chance(at), Reasons.For(this, at, 3));

    private void AddVotes()
    {
        var likes = Math.Max(1, Votes.Count(v => v.Weight > 0));
        var dislikes = Math.Max(1, Votes.Count(v => v.Weight < 0));
        foreach (var vote in Votes)
        {
            var factor = vote.Weight / (vote.Weight > 0 ? likes : dislikes / DislikeWeight);
            foreach (var (term, weight) in vote.Vector)
            {
                Set.VectorPostings.AddTo(scores, term, factor * weight);
            }
        }
    }

    private void AddAuthors()
    {
        for (var at = 0; Authors.Length > 0 && at < scores.Length; at++)
        {
            scores[at] += Authors.Count(a => Set.Papers[at].Paper.Authors.Any(b => AuthorMatcher.Same(a, b)));
        }
    }
}

/// <summary>A topic phrase as BM25 terms, scaled so that a paper with all of its words scores about 1.</summary>
internal sealed class Topic
{
    private readonly CandidateSet set;
    private readonly int[] terms;
    private readonly float scale;

    public Topic(string text, CandidateSet set)
    {
        (Text, this.set) = (text, set);
        var stems = Stems.Count(text).Keys;
        HasWords = stems.Count > 0;
        terms = [.. stems.Select(s => set.Vocabulary.Find(s)).Where(t => t >= 0)];
        scale = terms.Length == 0 ? 0 : 1 / (terms.Sum(t => set.Rarity[t]) * (PaperText.K1 + 1) / 2);
    }

    public string Text { get; }

    /// <summary>False where the phrase is only stop words or signs.</summary>
    public bool HasWords { get; }

    public void AddTo(float[] scores)
    {
        foreach (var term in terms)
        {
            set.WordPostings.AddTo(scores, term, scale);
        }
    }

    public float Of(int at) => scale * set.Words[at].Where(p => Array.IndexOf(terms, p.Key) >= 0).Sum(p => p.Value);
}

/// <summary>A paper voted on as a vector; its weight halves every 180 days.</summary>
internal sealed class VotedPaper(RatedPaper rated, CandidateSet set, DateTimeOffset now)
{
    public const double HalfLifeDays = 180;

    public Paper Paper => rated.Paper;

    public float Weight { get; } = Math.Sign(rated.Value) * (float)Math.Pow(0.5, Math.Max(0, (now - rated.At).TotalDays) / HalfLifeDays);

    public KeyValuePair<int, float>[] Vector { get; } = PaperText.TfIdf(Stems.Count(PaperText.Of(rated.Paper)), set.Vocabulary, set.Rarity);

    public float Likeness(int at)
    {
        var own = set.Vectors[at].ToDictionary();
        return Vector.Sum(p => p.Value * own.GetValueOrDefault(p.Key));
    }
}
