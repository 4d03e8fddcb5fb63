using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Topics;

/// <summary>What the candidates are about, as the mean of the vectors of their words: it puts papers
/// with a topic's words in order.</summary>
/// <remarks>What all papers have in common is taken out first, as in Arora, Liang and Ma 2017: otherwise
/// any two papers look alike.</remarks>
internal sealed class PaperVectors
{
    /// <summary>Cosine of a paper to a topic of which nothing is known.</summary>
    private const float Usual = 0.15f;

    /// <summary>Papers of the background that make a word's vector half trusted.</summary>
    private const float Prior = 20;

    private readonly LanguageBackground _background;
    private readonly float[] _vectors;

    /// <param name="averages">For each candidate <see cref="LanguageBackground.Width"/> numbers, see
    /// <see cref="Featurizer.AverageWords"/>; they are changed.</param>
    public PaperVectors(float[] averages, LanguageBackground background)
    {
        (_background, _vectors) = (background, averages);
        for (var paper = 0; paper < averages.Length / LanguageBackground.Width; paper++)
        {
            ToOwn(Of(paper));
        }
    }

    /// <summary>A topic's vector and how far it is trusted, 0 to 1.</summary>
    public (float[] Vector, float Trust) OfTopic(IReadOnlyList<string> stems, float[] rarity)
    {
        var vector = new float[LanguageBackground.Width];
        var (known, all) = (0f, 0f);
        for (var i = 0; i < stems.Count; i++)
        {
            if (_background.Find(stems[i]) is >= 0 and var number)
            {
                var papers = _background.DocumentFrequency(stems[i]);
                known += rarity[i] * papers / (papers + Prior);
                _background.AddVector(number, rarity[i], vector);
            }

            all += rarity[i];
        }

        ToOwn(vector);
        return (vector, all == 0 ? 0 : known / all);
    }

    /// <summary>Cosine of a paper to a topic; the usual one as far as the topic is not known.</summary>
    public float Similarity((float[] Vector, float Trust) topic, int paper) =>
        (topic.Trust * Vectors.Dot(topic.Vector, Of(paper))) + ((1 - topic.Trust) * Usual);

    private Span<float> Of(int paper) => _vectors.AsSpan(paper * LanguageBackground.Width, LanguageBackground.Width);

    /// <summary>Takes out what all papers have in common and scales what is left to length 1.</summary>
    private void ToOwn(Span<float> vector)
    {
        Vectors.ToUnit(vector);
        SparseRows.AddScaled(vector, _background.Common, -Vectors.Dot(vector, _background.Common));
        Vectors.ToUnit(vector);
    }
}
