using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking;

/// <summary>What is known of papers at large: how rare each term is, and a sample of them to set few candidates against.</summary>
/// <remarks>Built nightly, saved as a versioned blob. The same papers in the same order give the same bytes.</remarks>
public sealed class CorpusModel
{
    /// <summary>Papers looked at; later ones are ignored, so give the newest first.</summary>
    public const int MaxPapers = 50_000;

    /// <summary>Papers of the sample at most.</summary>
    internal const int SampleSize = 300;

    internal CorpusModel(TermTable terms, IReadOnlyList<Paper> sample) => (Terms, Sample) = (terms, sample);

    /// <summary>Papers that it was built from.</summary>
    public int Papers => Terms.Papers;

    internal TermTable Terms { get; }

    /// <summary>Titles and abstracts, evenly spaced among all.</summary>
    internal IReadOnlyList<Paper> Sample { get; }

    public static CorpusModel Build(IEnumerable<Paper> papers)
    {
        Paper[] corpus = [.. papers.Take(MaxPapers)];
        var counter = new TermCounter();
        foreach (var paper in corpus)
        {
            counter.Add(paper);
        }

        var step = Math.Max(1, (corpus.Length + SampleSize - 1) / SampleSize);
        return new CorpusModel(counter.ToTable(),
            [.. corpus.Where((_, i) => i % step == 0).Select(p => new Paper { Title = p.Title, Abstract = p.Abstract })]);
    }

    /// <summary>Writes the model in little-endian binary; see <see cref="Load"/>.</summary>
    public void Save(Stream to) => ModelFile.Write(this, to);

    /// <exception cref="InvalidDataException">Not a model, cut off, or of another version; the message
    /// says which. Build it anew.</exception>
    public static CorpusModel Load(Stream from) => ModelFile.Read(from);
}
