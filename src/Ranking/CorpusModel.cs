using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking;

/// <summary>What is known of the language of papers at large: how rare each word is. Built nightly, saved as a versioned blob.</summary>
public sealed class CorpusModel
{
    /// <summary>Papers looked at; later ones are ignored.</summary>
    public const int MaxPapers = 50_000;

    private const uint Magic = 0x4D524650; // "PFRM" in the file
    private const int Version = 1;

    private readonly Dictionary<string, int> papersWith;

    private CorpusModel(int papers, Dictionary<string, int> papersWith) => (Papers, this.papersWith) = (papers, papersWith);

    /// <summary>Papers that it was built from.</summary>
    public int Papers { get; }

    public static CorpusModel Build(IEnumerable<Paper> papers)
    {
        var (count, papersWith) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var paper in papers.Take(MaxPapers))
        {
            count++;
            foreach (var stem in Stems.Count($"{paper.Title}\n{paper.Abstract}").Keys)
            {
                papersWith[stem] = papersWith.GetValueOrDefault(stem) + 1;
            }
        }

        return new CorpusModel(count, papersWith);
    }

    /// <summary>ln(1 + (N - n + 1/2) / (n + 1/2)), the idf of BM25 that is never negative (as in Lucene).</summary>
    internal float Rarity(string stem)
    {
        var with = papersWith.GetValueOrDefault(stem);
        return MathF.Log(1 + ((Papers - with + 0.5f) / (with + 0.5f)));
    }

    /// <summary>Writes the model; the same model gives the same bytes.</summary>
    public void Save(Stream to)
    {
        using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Papers);
        writer.Write(papersWith.Count);
        foreach (var (stem, count) in papersWith.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            writer.Write(stem);
            writer.Write(count);
        }
    }

    /// <exception cref="InvalidDataException">Not a model, cut off, or of another version; build it anew.</exception>
    public static CorpusModel Load(Stream from)
    {
        using var reader = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("This is no corpus model: it does not begin with PFRM. Build the model anew.");
            }

            var version = reader.ReadInt32();
            return version == Version
                ? Read(reader)
                : throw new InvalidDataException($"The corpus model has version {version}; this program reads version {Version}. Build the model anew.");
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The corpus model ends too early. Build the model anew.", e);
        }
    }

    private static CorpusModel Read(BinaryReader reader)
    {
        var papers = reader.ReadInt32();
        var papersWith = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            papersWith[reader.ReadString()] = reader.ReadInt32();
        }

        return new CorpusModel(papers, papersWith);
    }
}
