using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking;

/// <summary>What is known of papers at large: how rare each term is, and the directions in which papers differ.</summary>
/// <remarks>Built nightly, saved as a versioned blob. The same papers in the same order give the same bytes on one
/// platform, whatever its vectors, cores and culture; logarithms may differ in last bits between operating systems.</remarks>
public sealed class CorpusModel
{
    /// <summary>Papers looked at; later ones are ignored, so give the newest first.</summary>
    public const int MaxPapers = 50_000;

    /// <summary>Papers that the directions are found from, evenly spaced among all: bounds time and memory.</summary>
    private const int MaxBasisPapers = 10_000;

    internal CorpusModel(TermTable terms, Space space, Spread spread) => (Terms, Space, Spread) = (terms, space, spread);

    /// <summary>Papers that it was built from.</summary>
    public int Papers => Terms.Papers;

    internal TermTable Terms { get; }

    internal Space Space { get; }

    internal Spread Spread { get; }

    public static CorpusModel Build(IEnumerable<Paper> papers)
    {
        Paper[] corpus = [.. papers.Take(MaxPapers)];
        var counter = new TermCounter();
        foreach (var paper in corpus)
        {
            counter.Add(paper);
        }

        var terms = counter.ToTable();
        var rows = Weigh(corpus, terms);
        var space = Space.Build(rows);
        return new CorpusModel(terms, space, Spread.Of(Place(rows, space)));
    }

    /// <summary>Writes the model in little-endian binary; see <see cref="Load"/>.</summary>
    public void Save(Stream to) => ModelFile.Write(this, to);

    /// <exception cref="InvalidDataException">Not a model, cut off, or of another version; the message says which. Build it anew.</exception>
    public static CorpusModel Load(Stream from) => ModelFile.Read(from);

    /// <summary>The same terms in a space that weighs its directions in another way; for measuring.</summary>
    internal static CorpusModel With(CorpusModel model, Space space, Paper[] corpus) =>
        new(model.Terms, space, Spread.Of(Place(Weigh(corpus, model.Terms), space)));

    private static SparseRows Weigh(Paper[] corpus, TermTable terms)
    {
        var rows = new SparseRows(terms.Count);
        var featurizer = new Featurizer(terms);
        var step = Math.Max(1, (corpus.Length + MaxBasisPapers - 1) / MaxBasisPapers);
        for (var i = 0; i < corpus.Length; i += step)
        {
            featurizer.Read(corpus[i]);
            rows.Add(featurizer.Ids, featurizer.Weights);
        }

        return rows;
    }

    private static float[] Place(SparseRows rows, Space space)
    {
        var places = new float[rows.Rows * Space.Width];
        for (var i = 0; i < rows.Rows; i++)
        {
            space.PlacePaper(rows.Ids(i), rows.Weights(i), places.AsSpan(i * Space.Width, Space.Width));
        }

        return places;
    }
}
