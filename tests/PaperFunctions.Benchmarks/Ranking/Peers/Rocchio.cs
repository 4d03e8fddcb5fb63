using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Benchmarks.Ranking.Peers;

/// <summary>The mean of the likes less a quarter of the mean of the dislikes, on TF-IDF of stemmed words and pairs, not centred.</summary>
internal sealed class Rocchio : IRanker
{
    private const float Gamma = 0.25f;
    private readonly TfIdf _texts;

    public Rocchio(Pages pages) => _texts = TfIdf.Build([.. pages.Papers.Select(p => Terms(p.Paper))], 2);

    public string Name => "Rocchio";

    public float[]? Score(Trial trial)
    {
        if (trial.Likes.Length == 0)
        {
            return null;
        }

        var taste = new float[_texts.Terms];
        Add(taste, trial.Likes, 1f);
        Add(taste, trial.Dislikes, -Gamma);
        return [.. _texts.Rows.Select(r => r.Sum(t => t.Weight * taste[t.Term]))];
    }

    private void Add(float[] taste, int[] papers, float factor)
    {
        foreach (var (term, weight) in papers.SelectMany(p => _texts.Rows[p]))
        {
            taste[term] += factor * weight / papers.Length;
        }
    }

    private static List<string> Terms(Papers.Paper paper)
    {
        var tokens = new TokenList().Read(paper);
        var stems = new List<string>();
        foreach (var token in tokens.Tokens)
        {
            if (token.Kind != TokenKind.Stop)
            {
                stems.Add(tokens.Stem(token).ToString());
            }
        }

        return [.. stems, .. stems.Zip(stems.Skip(1), (a, b) => $"{a} {b}")];
    }
}
