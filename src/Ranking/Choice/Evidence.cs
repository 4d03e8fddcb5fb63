using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Choice;

/// <summary>The weighted words of a paper, to see whether two papers are one text. The same for all readers.</summary>
internal sealed class Evidence
{
    /// <summary>Texts with fewer known words are too short to tell two versions from two papers on one subject.</summary>
    private const int LeastWords = 12;

    private readonly Dictionary<int, float> _words = [];

    private Evidence(Featurizer featurizer, int most)
    {
        for (var i = 0; i < featurizer.Ids.Length && featurizer.Ids[i] < most; i++)
        {
            _words.Add(featurizer.Ids[i], featurizer.Weights[i]);
        }
    }

    /// <summary>Cosine of the weighted words of two papers, 0 to 1: above about 0.5 they are versions of
    /// one text. 0 where one is too short to tell.</summary>
    public float Likeness(Evidence other) =>
        Math.Min(_words.Count, other._words.Count) < LeastWords ? 0 : _words.Sum(w => w.Value * other._words.GetValueOrDefault(w.Key));

    public static Evidence Of(CandidateSet set, int paper)
    {
        Evidence? evidence = null;
        set.Places.Use(featurizer =>
        {
            featurizer.Read(set.Papers[paper].Paper);
            evidence = new Evidence(featurizer, set.Model.Terms.Words);
        });
        return evidence!;
    }
}
