using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Topics;

/// <summary>What the candidates are about, as the mean of the vectors of their words: it puts papers with a topic's words in order.</summary>
internal sealed class PaperVectors
{
    private const int TitleFactor = 3;

    /// <summary>Cosine of a paper to a topic of which nothing is known.</summary>
    private const float Usual = 0.4f;

    /// <summary>Papers of the background that make a word's vector half trusted.</summary>
    private const float Prior = 20;

    private readonly LanguageBackground background;
    private readonly float[] vectors;

    public PaperVectors(IReadOnlyList<StoredPaper> papers, LanguageBackground background)
    {
        this.background = background;
        vectors = new float[papers.Count * LanguageBackground.Width];
        Parallel.For(0, papers.Count, () => new TokenList(), (i, _, tokens) =>
        {
            Sum(tokens.Read(papers[i].Paper), Of(i));
            return tokens;
        }, _ => { });
    }

    /// <summary>A topic's vector and how far it is trusted, 0 to 1.</summary>
    public (float[] Vector, float Trust) OfTopic(IReadOnlyList<string> stems, float[] rarity)
    {
        var vector = new float[LanguageBackground.Width];
        var (known, all) = (0f, 0f);
        for (var i = 0; i < stems.Count; i++)
        {
            if (background.Find(stems[i]) is >= 0 and var number)
            {
                var papers = background.DocumentFrequency(stems[i]);
                known += rarity[i] * papers / (papers + Prior);
                background.AddVector(number, rarity[i], vector);
            }

            all += rarity[i];
        }

        Vectors.ToUnit(vector);
        return (vector, all == 0 ? 0 : known / all);
    }

    /// <summary>Cosine of a paper to a topic; the usual one as far as the topic is not known.</summary>
    public float Similarity((float[] Vector, float Trust) topic, int paper) =>
        (topic.Trust * Vectors.Dot(topic.Vector, Of(paper))) + ((1 - topic.Trust) * Usual);

    private Span<float> Of(int paper) => vectors.AsSpan(paper * LanguageBackground.Width, LanguageBackground.Width);

    /// <summary>ln(1 + (N - n + 1/2) / (n + 1/2)) in the background.</summary>
    private float Rarity(int papersWith) => MathF.Log(1 + ((background.Papers - papersWith + 0.5f) / (papersWith + 0.5f)));

    private void Sum(TokenList tokens, Span<float> sum)
    {
        var counts = new Dictionary<int, (int Count, float Rarity)>();
        foreach (var token in tokens.Tokens)
        {
            if (token.Kind == TokenKind.Content && background.Find(tokens.Stem(token)) is >= 0 and var number)
            {
                var known = counts.GetValueOrDefault(number, (Count: 0, Rarity: Rarity(background.DocumentFrequency(tokens.Stem(token)))));
                counts[number] = known with { Count = known.Count + (token.Text == 0 ? TitleFactor : 1) };
            }
        }

        foreach (var (number, (count, rarity)) in counts)
        {
            background.AddVector(number, (1 + MathF.Log(count)) * rarity * rarity, sum);
        }

        Vectors.ToUnit(sum);
    }
}
