using System.Collections.Concurrent;
using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Topics;

/// <summary>The candidates as topics see them; what a topic finds is kept, since readers share topics. Thread-safe once built.</summary>
internal sealed class TopicIndex
{
    private const int MaxKept = 10_000;

    private readonly TermTable terms;
    private readonly LanguageBackground background;
    private readonly Dictionary<string, List<int>> byRoot = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TopicMatches> kept = new(StringComparer.Ordinal);

    /// <param name="averages">For each paper the average of its words' vectors; they are changed.</param>
    public TopicIndex(IReadOnlyList<StoredPaper> papers, TermTable terms, float[] averages)
    {
        (this.terms, background) = (terms, LanguageBackground.Shipped);
        Words = new WordPlaces(papers, Defined);
        Vectors = new PaperVectors(averages, background);
        for (var word = 0; word < Words.Count; word++)
        {
            var root = Stems.Root(Words.Stem(word)).ToString();
            (byRoot.TryGetValue(root, out var kin) ? kin : byRoot[root] = []).Add(word);
        }
    }

    public WordPlaces Words { get; }

    public PaperVectors Vectors { get; }

    public PaperAcronyms Defined { get; } = new();

    public KnownAcronyms Known => KnownAcronyms.Shipped;

    /// <summary>What the candidates have of a topic.</summary>
    public TopicMatches Match(string topic)
    {
        if (kept.TryGetValue(topic, out var known))
        {
            return known;
        }

        var found = TopicMatcher.Match(this, topic);
        return kept.Count < MaxKept ? kept.GetOrAdd(topic, found) : found;
    }

    /// <summary>How much a stem tells: ln(1 + (N - n + 1/2) / (n + 1/2)) over the background and the corpus together.</summary>
    public float Rarity(string stem)
    {
        var inCorpus = terms.FindStem(stem) is >= 0 and var number ? terms.PapersWith[number]
            : Words.Find(stem) is >= 0 and var word ? Words.With(word).Length : 0;
        var papers = (float)background.Papers + Math.Max(terms.Papers, Words.Papers);
        var n = Math.Min(papers, background.DocumentFrequency(stem) + inCorpus);
        return MathF.Log(1 + ((papers - n + 0.5f) / (n + 0.5f)));
    }

    /// <summary>The other words of the candidates that share a stem's root.</summary>
    public IEnumerable<int> Kin(string stem) => byRoot.TryGetValue(Stems.Root(stem).ToString(), out var kin) ? kin.Where(w => Words.Stem(w) != stem) : [];

    /// <summary>The first place of a word in a paper behind another place, or -1.</summary>
    public int PlaceAfter(int word, int paper, int place)
    {
        var with = Words.With(word);
        var at = with.BinarySearch(new Posting(paper, 0, 0), ByPaper);
        if (at >= 0)
        {
            foreach (var own in Words.Places(with[at]))
            {
                if (own > place)
                {
                    return own;
                }
            }
        }

        return -1;
    }

    private static readonly IComparer<Posting> ByPaper = Comparer<Posting>.Create((a, b) => a.Paper.CompareTo(b.Paper));
}
