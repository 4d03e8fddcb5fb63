using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking;

/// <summary>What one set of candidates is measured by: its terms and how rare they are, its own
/// directions, and how its papers lie along them.</summary>
/// <remarks>Directions of a large corpus are too coarse to tell its papers apart, so these are the candidates' own; the corpus says how
/// rare terms are, and keeps a small set company.</remarks>
internal sealed class CandidateModel
{
    /// <summary>Papers that directions are found from at most, evenly spaced: bounds time and memory.</summary>
    private const int MostPapers = 4_000;

    /// <summary>A smaller set gets papers of the corpus beside it, so that the middle and the spread are not those of a handful.</summary>
    private const int LeastPapers = CorpusModel.SampleSize;

    private CandidateModel(TermTable terms, Space space, Spread spread) => (Terms, Space, Spread) = (terms, space, spread);

    public TermTable Terms { get; }

    public Space Space { get; }

    public Spread Spread { get; }

    public static CandidateModel Build(IReadOnlyList<Paper> candidates, CorpusModel? corpus)
    {
        var papers = Reference(candidates, corpus);
        var counter = new TermCounter();
        papers.ForEach(counter.Add);
        var terms = counter.ToTable(corpus?.Terms);
        var featurizer = new Featurizer(terms);
        var rows = new SparseRows(terms.Count);
        var averages = new float[papers.Count * LanguageBackground.Width];
        for (var i = 0; i < papers.Count; i++)
        {
            featurizer.Read(papers[i]);
            rows.Add(featurizer.Ids, featurizer.Weights);
            featurizer.AverageWords(averages.AsSpan(i * LanguageBackground.Width, LanguageBackground.Width));
        }

        var space = Space.Build(rows, averages);
        var places = new float[papers.Count * Space.Width];
        for (var i = 0; i < papers.Count; i++)
        {
            featurizer.Read(papers[i]);
            space.PlacePaper(featurizer, places.AsSpan(i * Space.Width, Space.Width));
        }

        return new CandidateModel(terms, space, Spread.Of(places));
    }

    private static List<Paper> Reference(IReadOnlyList<Paper> candidates, CorpusModel? corpus)
    {
        var step = Math.Max(1, (candidates.Count + MostPapers - 1) / MostPapers);
        List<Paper> papers = [.. candidates.Where((_, i) => i % step == 0)];
        if (corpus is not null && papers.Count < LeastPapers)
        {
            var own = papers.Select(p => p.Title).ToHashSet(StringComparer.Ordinal);
            papers.AddRange(corpus.Sample.Where(p => !own.Contains(p.Title)).Take(LeastPapers - papers.Count).ToList());
        }

        return papers;
    }
}
