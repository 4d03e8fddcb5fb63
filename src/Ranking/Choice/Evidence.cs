using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Choice;

/// <summary>The weighted words of a paper, to see whether two papers are one text. The same for all readers.</summary>
internal sealed class Evidence
{
    private readonly Dictionary<int, float> words = [];

    private Evidence(Featurizer featurizer, int most)
    {
        for (var i = 0; i < featurizer.Ids.Length && featurizer.Ids[i] < most; i++)
        {
            words.Add(featurizer.Ids[i], featurizer.Weights[i]);
        }
    }

    /// <summary>Cosine of the weighted words of two papers, 0 to 1: above about 0.5 they are versions of one text.</summary>
    public float Likeness(Evidence other) => words.Sum(w => w.Value * other.words.GetValueOrDefault(w.Key));

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
