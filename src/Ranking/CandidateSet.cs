using PaperFunctions.Papers;
using PaperFunctions.Ranking.Choice;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking;

/// <summary>Papers prepared for ranking; built once and shared by all readers that choose from them. Thread-safe.</summary>
public sealed class CandidateSet
{
    private CandidateSet(IReadOnlyList<StoredPaper> papers, Vocabulary vocabulary, float[] rarity, KeyValuePair<int, float>[][] words, KeyValuePair<int, float>[][] vectors)
    {
        (Papers, Vocabulary, Rarity, Words, Vectors) = (papers, vocabulary, rarity, words, vectors);
        WordPostings = Postings.Build(words, vocabulary.Count);
        VectorPostings = Postings.Build(vectors, vocabulary.Count);
        Normals = [.. papers.Select(p => PhraseMatcher.Normal(PaperText.Of(p.Paper)))];
    }

    internal IReadOnlyList<StoredPaper> Papers { get; }

    internal Vocabulary Vocabulary { get; }

    internal float[] Rarity { get; }

    internal KeyValuePair<int, float>[][] Words { get; }

    internal KeyValuePair<int, float>[][] Vectors { get; }

    internal Postings WordPostings { get; }

    internal Postings VectorPostings { get; }

    internal string[] Normals { get; }

    /// <param name="papers">The candidates, each id once; the order does not matter.</param>
    /// <param name="model">Word statistics; without one those of the candidates serve.</param>
    public static CandidateSet Build(IReadOnlyList<StoredPaper> papers, CorpusModel? model = null)
    {
        StoredPaper[] ordered = [.. papers.OrderBy(p => p.Id.Value, StringComparer.Ordinal)];
        model ??= CorpusModel.Build(ordered.Select(p => p.Paper));
        Dictionary<string, int>[] counts = [.. ordered.Select(p => Stems.Count(PaperText.Of(p.Paper)))];
        var vocabulary = new Vocabulary();
        foreach (var stem in counts.SelectMany(c => c.Keys))
        {
            vocabulary.Add(stem);
        }

        float[] rarity = [.. Enumerable.Range(0, vocabulary.Count).Select(t => model.Rarity(vocabulary[t]))];
        var meanLength = Math.Max(1, (float)counts.Select(c => c.Values.Sum()).DefaultIfEmpty(1).Average());
        return new CandidateSet(
            ordered,
            vocabulary,
            rarity,
            [.. counts.Select(c => PaperText.Bm25(c, vocabulary, rarity, meanLength))],
            [.. counts.Select(c => PaperText.TfIdf(c, vocabulary, rarity))]);
    }

    /// <summary>All candidates that no mute excludes, best first; equal scores in the order of their ids.</summary>
    public IReadOnlyList<Pick> Rank(TasteInput taste)
    {
        var scoring = Scoring.Of(this, taste);
        return [.. scoring.Order().Select((at, i) => scoring.ToPick(at, i + 1))];
    }

    /// <summary>The picks of one edition, or why there are none.</summary>
    public Selection Choose(TasteInput taste, ChoiceOptions options) => Chooser.Choose(Scoring.Of(this, taste), options);

    /// <summary>Why a paper is among the picks, or why not.</summary>
    public Verdict Explain(TasteInput taste, PaperId paper, ChoiceOptions options) => Explainer.Explain(Scoring.Of(this, taste), paper, options);
}
