using System.Collections.Concurrent;
using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Topics;

/// <summary>The candidates as topics see them; what a topic finds is kept, since readers share topics. Thread-safe once built.</summary>
internal sealed class TopicIndex
{
    private const int MaxKept = 10_000;

    private readonly TermTable _terms;
    private readonly LanguageBackground _background;
    private readonly Dictionary<string, List<int>> _byRoot = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TopicMatches> _kept = new(StringComparer.Ordinal);

    /// <param name="averages">For each paper the average of its words' vectors; they are changed.</param>
    public TopicIndex(IReadOnlyList<StoredPaper> papers, TermTable terms, float[] averages)
    {
        (_terms, _background) = (terms, LanguageBackground.Shipped);
        Words = new WordPlaces(papers, Defined);
        Vectors = new PaperVectors(averages, _background);
        for (var word = 0; word < Words.Count; word++)
        {
            var root = Stems.Root(Words.Stem(word)).ToString();
            (_byRoot.TryGetValue(root, out var kin) ? kin : _byRoot[root] = []).Add(word);
        }
    }

    public WordPlaces Words { get; }

    public PaperVectors Vectors { get; }

    public PaperAcronyms Defined { get; } = new();

    public KnownAcronyms Known => KnownAcronyms.Shipped;

    /// <summary>What the candidates have of a topic.</summary>
    public TopicMatches Match(string topic)
    {
        if (_kept.TryGetValue(topic, out var known))
        {
            return known;
        }

        var found = TopicMatcher.Match(this, topic);
        return _kept.Count < MaxKept ? _kept.GetOrAdd(topic, found) : found;
    }

    /// <summary>How much a stem tells: ln(1 + (N - n + 1/2) / (n + 1/2)) over the background and the corpus together.</summary>
    public float Rarity(string stem)
    {
        var inCorpus = _terms.FindStem(stem) is >= 0 and var number ? _terms.PapersWith[number]
            : Words.Find(stem) is >= 0 and var word ? Words.With(word).Length : 0;
        var papers = (float)_background.Papers + Math.Max(_terms.Papers, Words.Papers);
        var n = Math.Min(papers, _background.DocumentFrequency(stem) + inCorpus);
        return MathF.Log(1 + ((papers - n + 0.5f) / (n + 0.5f)));
    }

    /// <summary>The other words of the candidates that share a stem's root.</summary>
    public IEnumerable<int> Kin(string stem) =>
        _byRoot.TryGetValue(Stems.Root(stem).ToString(), out var kin) ? kin.Where(w => Words.Stem(w) != stem) : [];

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
