using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Benchmarks.Ranking.Peers;

/// <summary>BM25 (stemmed, k1 1.2, b .75) with the phrase's words and the likes' words as the query.</summary>
internal sealed class Bm25(Pages pages, TermTable terms) : IRanker
{
    private readonly WordIndex _index = new(pages.Papers, terms);

    public string Name => "BM25";

    public float[] Score(Trial trial)
    {
        var scores = new float[pages.Papers.Count];
        var tokens = new TokenList();
        foreach (var like in trial.Likes)
        {
            Add(scores, tokens.Read(pages.Papers[like].Paper), 1f / trial.Likes.Length);
        }

        if (trial.Phrase is { } phrase)
        {
            Add(scores, tokens.ReadPhrase(phrase), 5);
        }

        return scores;
    }

    private void Add(float[] scores, TokenList tokens, float factor)
    {
        var seen = new HashSet<int>();
        foreach (var token in tokens.Tokens)
        {
            if (token.Kind != TokenKind.Stop && _index.Find(tokens.Stem(token)) is >= 0 and var word && seen.Add(word))
            {
                foreach (var (paper, weight) in _index.Papers(word))
                {
                    scores[paper] += factor * weight;
                }
            }
        }
    }
}
