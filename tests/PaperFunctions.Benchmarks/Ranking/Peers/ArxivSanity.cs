using System.Text.RegularExpressions;

namespace PaperFunctions.Benchmarks.Ranking.Peers;

/// <summary>The ranker of arxiv-sanity-lite, re-implemented from its published settings (compute.py and serve.py at d7a303b).</summary>
/// <remarks>TF-IDF of words and pairs (at most 20,000, in at least 5 papers and at most a tenth of them, sublinear), then a linear
/// SVM with squared hinge, C = 0.01, balanced classes: likes against all others. Phrases go through its search, which counts
/// substrings. It has no dislikes and no mix of the two. peer.py holds this against scikit-learn itself.</remarks>
internal sealed partial class ArxivSanity : IRanker
{
    private readonly Pages _pages;
    private readonly TfIdf _texts;

    public ArxivSanity(Pages pages)
    {
        _pages = pages;
        _texts = TfIdf.Build([.. pages.Papers.Select(p =>
            Terms($"{p.Paper.Title} {p.Paper.Abstract} {string.Join(' ', p.Paper.Authors)}"))], 5, 0.1, 20_000);
    }

    public string Name => "arxiv-sanity-lite";

    public float[]? Score(Trial trial) => trial switch
    {
        { Likes.Length: > 0 } => Classify(trial.Likes),
        { Phrase: { } phrase } => Search(phrase),
        _ => null,
    };

    private float[] Classify(int[] likes)
    {
        var (weights, bias) = LinearSvc.Fit(_texts.Rows, _texts.Terms,
            [.. Enumerable.Range(0, _texts.Rows.Length).Select(i => Array.IndexOf(likes, i) >= 0)], 0.01);
        return [.. _texts.Rows.Select(r => (float)(bias + r.Sum(t => t.Weight * weights[t.Term])))];
    }

    private float[] Search(string phrase)
    {
        var words = phrase.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. _pages.Papers.Select(p =>
            (20f * words.Count(w => p.Paper.Title.Contains(w, StringComparison.OrdinalIgnoreCase)))
            + words.Sum(w => Math.Min(3, Regex.Count(p.Paper.Abstract, Regex.Escape(w), RegexOptions.IgnoreCase))))];
    }

    private static List<string> Terms(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).Where(w => !StopWords.Contains(w)).ToList();
        return [.. words, .. words.Zip(words.Skip(1), (a, b) => $"{a} {b}")];
    }

    [GeneratedRegex(@"\b[a-zA-Z_][a-zA-Z0-9_]+\b")]
    private static partial Regex Word();

    /// <summary>The word list that scikit-learn 1.2.1 takes for "english" (from the Glasgow Information Retrieval Group).</summary>
    private static HashSet<string> StopWords { get; } = ReadStopWords();

    private static HashSet<string> ReadStopWords()
    {
        using var stream = typeof(ArxivSanity).Assembly.GetManifestResourceStream("SklearnStopWords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
