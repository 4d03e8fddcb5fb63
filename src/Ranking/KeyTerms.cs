using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking;

/// <summary>The words that tell a paper from others, to look for its like with.</summary>
public static class KeyTerms
{
    /// <summary>A word of the title says as much as this many of the abstract.</summary>
    private const double TitleFactor = 3;

    /// <summary>Words of title and abstract by how often they are there and how rare they are among all papers; each stem once.</summary>
    /// <param name="model">Without one, all words count as equally rare.</param>
    /// <returns>At most <paramref name="count"/>, most telling first; letters and digits only.</returns>
    public static IReadOnlyList<string> Of(Paper paper, int count, CorpusModel? model = null)
    {
        var weights = new Dictionary<string, (string Word, double Weight, int At)>(StringComparer.Ordinal);
        Count(paper.Title, TitleFactor);
        Count(paper.Abstract, 1);
        return
        [
            .. weights.Select(w => (w.Value.Word, Weight: w.Value.Weight * Rarity(w.Key, model), w.Value.At))
                .OrderByDescending(w => w.Weight).ThenBy(w => w.At).Take(count).Select(w => w.Word),
        ];

        void Count(string text, double weight)
        {
            var tokens = new TokenList().ReadPhrase(text);
            foreach (var token in tokens.Tokens)
            {
                var word = tokens.Word(token);
                if (token.Kind == TokenKind.Content && word.Length > 1 && word.ContainsAnyInRange('a', 'z') && IsPlain(word))
                {
                    var stem = tokens.Stem(token).ToString();
                    var known = weights.GetValueOrDefault(stem, (Word: word.ToString(), Weight: 0, At: weights.Count));
                    weights[stem] = known with { Weight = known.Weight + weight };
                }
            }
        }
    }

    private static double Rarity(string stem, CorpusModel? model) =>
        model?.Terms.FindStem(stem) is >= 0 and var known ? model.Terms.Rarity[known] : 1;

    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
